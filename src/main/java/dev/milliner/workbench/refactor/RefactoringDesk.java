package dev.milliner.workbench.refactor;

import dev.milliner.distro.Component;
import dev.milliner.language.Span;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.Refactor;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

/** Has refactorings worked out, shown before they are made, and made in the editors. */
public final class RefactoringDesk {
    private final Workspace workspace;
    private final OpenFiles files;
    private final Consumer<Place> goTo;
    private final Consumer<String> say;
    private final PreviewCard card;

    /**
     * Makes a desk.
     *
     * @param over what previews lie over
     * @param goTo brings a place to the front
     * @param say shows a sentence
     */
    public RefactoringDesk(
            Workspace workspace, OpenFiles files, StackPane over, Consumer<Place> goTo, Consumer<String> say) {
        this.workspace = workspace;
        this.files = files;
        this.goTo = goTo;
        this.say = say;
        card = new PreviewCard(over);
    }

    /** All refactorings as commands, on whatever is in focus when they are run. */
    public List<Command> commands(Supplier<Optional<Subject>> focus) {
        return Stream.of(Deed.values())
                .map(deed -> new Command(
                                deed.id(),
                                deed.words(),
                                Optional.empty(),
                                () -> focus.get().filter(deed::applies).isPresent(),
                                () -> focus.get().ifPresent(subject -> perform(deed, subject)))
                        .naming(() -> focus.get().map(deed::now).orElse(deed.words())))
                .toList();
    }

    /** The refactorings of something, as items of a menu. */
    public List<MenuItem> items(Subject subject) {
        return Stream.of(Deed.values())
                .filter(deed -> deed.applies(subject))
                .map(deed -> {
                    MenuItem item = new MenuItem(deed.words());
                    item.setId("item-" + deed.id());
                    item.setMnemonicParsing(false);
                    item.setOnAction(event -> perform(deed, subject));
                    return item;
                })
                .toList();
    }

    /** Has the overlays of a component repaired that fail on the version of upstream that it takes now. */
    public void repair(Component component) {
        workspace.whenSettled(snapshot ->
                perform(Deed.REPAIR, new Subject(snapshot.distro(), Optional.of(component), Optional.empty())));
    }

    private void perform(Deed deed, Subject subject) {
        workspace.whenSettled(snapshot -> {
            Subject now = new Subject(
                    snapshot.distro(),
                    subject.definition().flatMap(one -> snapshot.distro().definition(one.kind(), one.name())),
                    subject.file());
            card.open(
                    deed.now(now),
                    deed.fields(now),
                    values -> new Refactor(now.distro(), workspace.loader()).answer(deed.make(now, values)),
                    this::make);
        });
    }

    /** Shows a change before it is made. */
    public PreviewCard card() {
        return card;
    }

    /**
     * Shows a change that another view asks for before it is made.
     *
     * @param title what is to be done
     * @param fields what it still has to be told
     * @param asked works it out for what was told, off the JavaFX thread
     * @param made run once it is accepted and made
     */
    public void preview(
            String title,
            List<Field> fields,
            BiFunction<Refactor, List<String>, RefactoringAnswer> asked,
            Runnable made) {
        workspace.whenSettled(snapshot -> card.open(
                title,
                fields,
                values -> asked.apply(new Refactor(snapshot.distro(), workspace.loader()), values),
                proposal -> make(proposal, made)));
    }

    /** Makes a change that was accepted; what came is brought to the front. */
    public void make(Proposal proposal) {
        make(proposal, () -> {});
    }

    private void make(Proposal proposal, Runnable made) {
        WorkspaceEdit edit = proposal.edit();
        files.change(edit, () -> {
            made.run();
            say.accept(Wording.of("refactor.refactoring-desk.done-nothing-saved", proposal.title()));
            first(edit).ifPresent(goTo);
        });
    }

    /** Where there is something to see: in a file that came, else where the first file is another. */
    private static Optional<Place> first(WorkspaceEdit edit) {
        return edit.created().stream()
                .map(file -> Place.startOf(file.path()))
                .findFirst()
                .or(() -> edit.files().stream()
                        .filter(file -> !file.edits().isEmpty())
                        .map(file -> new Place(
                                file.path(),
                                Span.at(file.edits().getFirst().span().start()).in(file.before())))
                        .findFirst());
    }

    /** Ends what runs for it. */
    public void close() {
        card.end();
    }
}
