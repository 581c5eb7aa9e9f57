package dev.milliner.workbench.derive;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Vocabulary;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.overlay.derive.Traces.Stretch;
import dev.milliner.refactor.IntoOverlayFile;
import dev.milliner.refactor.WriteOverlays;
import dev.milliner.refactor.WriteOverlays.Reasoned;
import dev.milliner.text.TextRange;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.base.ClosePart.Farewell;
import dev.milliner.workbench.base.CloseProtocol;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorEvents;
import dev.milliner.workbench.editor.Hint;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.overlays.EditedResult;
import dev.milliner.workbench.overlays.LineWish;
import dev.milliner.workbench.refactor.Field;
import dev.milliner.workbench.refactor.RefactoringDesk;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The result of a component's overlays in an editor; beside it, worked out with every edit, the overlays that lead to it. */
public final class ResultEditor implements EditedResult, EditorEvents {
    private static final String CHANGED = Wording.of("derive.result-editor.changed-meanwhile");

    private static final TextRange TOP = new TextRange(1, 1, 1, 1);

    private final OpenFiles files;
    private final RefactoringDesk refactorings;
    private final Choices choices;
    private final Supplier<Optional<Distro>> distro;
    private final Later later = new Later(Wording.of("activity.derived-overlays"));
    private final StackPane place = new StackPane();
    private final DerivedList list;
    private Runnable ended = () -> {};
    private @Nullable ResultText text;
    private @Nullable CodeEditor editor;
    private @Nullable Awaited awaited;
    private String obstacle = "";

    /**
     * What is done as soon as a component's result is shown.
     *
     * @param component the component's name
     * @param action does it
     */
    private record Awaited(String component, BiConsumer<ResultText, CodeEditor> action) {}

    /**
     * Makes one that edits nothing.
     *
     * @param files keeps what is edited for a crash, and finds in it by keys
     * @param refactorings shows what would be written, and writes it
     * @param choices asks before edits are given up
     * @param distro the newest state of the distro
     */
    public ResultEditor(
            OpenFiles files, RefactoringDesk refactorings, Choices choices, Supplier<Optional<Distro>> distro) {
        this.files = files;
        this.refactorings = refactorings;
        this.choices = choices;
        this.distro = distro;
        place.setId("edited-result");
        place.getStyleClass().add("content");
        list = new DerivedList(this::goTo, this::writeInline, this::writeFile, this::discard);
    }

    @Override
    public StackPane text() {
        return place;
    }

    @Override
    public Node overlays() {
        return list.node();
    }

    @Override
    public void show(OverlaidComponent overlaid) {
        try {
            ResultText now = ResultText.of(overlaid);
            ResultText before = text;
            boolean follows = before != null && now.isBehindTheSameAs(before);
            if (!follows && isEdited()) {
                against(CHANGED);
            } else if (follows) {
                against("");
            } else {
                open(now, overlaid.basis().label());
            }
        } catch (OverlayException fails) {
            if (isEdited()) {
                against(CHANGED);
            } else {
                awaited = null;
                leave();
                list.unavailable(Wording.of("derive.result-editor.no-result-edit", fails.reason()));
            }
        }
    }

    private void against(String why) {
        if (!obstacle.equals(why)) {
            obstacle = why;
            work();
        }
    }

    private void open(ResultText now, String basis) {
        leave();
        text = now;
        CodeEditor opened = new CodeEditor(now.file(), this);
        editor = opened;
        files.tabs().bringBeside(opened);
        place.getChildren().setAll(opened.node());
        list.showBasis(basis);
        work();
        Platform.runLater(() -> begin(now, opened));
    }

    private void begin(ResultText now, CodeEditor opened) {
        if (opened.equals(editor)) {
            opened.goTo(TOP);
            fulfil(now, opened);
        }
    }

    private void fulfil(ResultText now, CodeEditor shown) {
        Awaited next = awaited;
        if (next != null && next.component().equals(now.component())) {
            awaited = null;
            next.action().accept(now, shown);
        }
    }

    private void await(String component, BiConsumer<ResultText, CodeEditor> action) {
        awaited = new Awaited(component, action);
        if (text != null && editor != null) {
            fulfil(text, editor);
        }
    }

    @Override
    public boolean restore(LeftText left) {
        String component = left.kept().component();
        if (component == null || isEdited()) {
            return false;
        }
        await(component, (now, shown) -> {
            ResultText.Caught caught =
                    now.caught(left.kept().base(), left.kept().text());
            shown.replaceAll(caught.text());
            // First kept as this window's own, then taken from those that were left.
            files.unsaved().settle(now.file());
            files.discard(left);
            if (!caught.conflicts().isEmpty()) {
                files.say(Wording.of(
                        "derive.result-editor.overlays-changed-after", String.join(", ", caught.conflicts())));
            }
        });
        return true;
    }

    @Override
    public void wish(LineWish wish) {
        if (!isEdited() || component().equals(wish.component())) {
            await(wish.component(), (now, shown) -> AtLine.perform(wish, shown));
        } else {
            files.say(Wording.of("derive.result-editor.first-write-discard", component()));
        }
    }

    /** Ends without a question. */
    private void leave() {
        later.cancel();
        if (editor != null) {
            files.tabs().takeFromBeside(editor);
            editor.close();
        }
        editor = null;
        text = null;
        obstacle = "";
        place.getChildren().clear();
        list.unavailable("");
    }

    @Override
    public void edited(CodeEditor by) {
        files.unsaved().edited(by.file());
        work();
    }

    @Override
    public void caretMoved(CodeEditor by) {}

    private void work() {
        ResultText now = text;
        if (now != null) {
            list.await();
            later.ask(now::derive, this::derived);
        }
    }

    private void derived(ResultText.Answer now) {
        list.show(now, isEdited(), obstacle);
        list.offerInline(isLastWhereDefined());
        if (editor != null) {
            editor.setHints(hints(now));
        }
    }

    private static Map<Integer, Hint> hints(ResultText.Answer now) {
        Map<Integer, Hint> hints = new TreeMap<>();
        for (Stretch stretch : now.traces().unreached()) {
            String what = stretch.lines() > 0
                    ? Wording.of("derive.result-editor.no-overlay-reaches")
                    : Wording.of("derive.result-editor.stood-above-stays");
            hints.put(stretch.line(), new Hint.Remark(what, "warning"));
        }
        List<List<Stretch>> overlays = now.traces().overlays();
        for (int i = 0; i < overlays.size(); i++) {
            for (Stretch stretch : overlays.get(i)) {
                hints.putIfAbsent(stretch.line(), tag(i + 1, stretch));
            }
        }
        return hints;
    }

    private static Hint tag(int number, Stretch stretch) {
        String gone = Wording.counted("derive.result-editor.removes-here", stretch.removed());
        return new Hint.Tag(stretch.lines() == 0 ? number + " " + gone : Integer.toString(number), number);
    }

    private void goTo(int line) {
        if (editor != null) {
            editor.goTo(new TextRange(line + 1, 1, line + 1, 1));
        }
    }

    /** What no overlay reaches would be gone once the others are written. */
    private boolean isToBeWritten() {
        return list.unreached().isEmpty()
                || choices.confirm(
                        Wording.of("derive.result-editor.not-all-reached"),
                        Wording.of("derive.result-editor.edit-given-up", list.unreached()),
                        Wording.of("derive.result-editor.write-others"));
    }

    private void writeInline() {
        ResultText now = text;
        if (now != null && isToBeWritten()) {
            List<Reasoned> overlays = reasoned();
            WriteOverlays writing = new WriteOverlays(now.component(), overlays, Map.of(), new WriteOverlays.Inline());
            refactorings.preview(writing.title(), List.of(), (refactor, values) -> refactor.answer(writing), this::end);
        }
    }

    private void writeFile() {
        ResultText now = text;
        if (now == null || !isToBeWritten()) {
            return;
        }
        List<Reasoned> overlays = reasoned();
        Optional<Distro> state = distro.get();
        Optional<Component> component =
                state.flatMap(one -> Optional.ofNullable(one.components().get(now.component())));
        String file = component
                .map(one -> IntoOverlayFile.suggested(state.orElseThrow(), one))
                .orElse("");
        List<Field> fields = List.of(
                new Field(
                        "into",
                        Wording.of("refactor.field.into"),
                        file,
                        Wording.of("derive.result-editor.overlay-file-from")),
                new Field(
                        "category",
                        Wording.of("refactor.field.category"),
                        IntoOverlayFile.CATEGORY,
                        Wording.of("derive.result-editor.new-file"),
                        Vocabulary.CATEGORY.words()),
                new Field(
                        "upstream-status",
                        Wording.of("refactor.field.upstream-status"),
                        IntoOverlayFile.STATUS,
                        Wording.of("derive.result-editor.new-file"),
                        Vocabulary.UPSTREAM_STATUS.words()));
        refactorings.preview(
                Wording.counted("derive.result-editor.write-overlays-into", overlays.size(), now.component()),
                fields,
                (refactor, values) -> new IntoOverlayFile(
                                now.component(), overlays, Map.of(), values.get(0), values.get(1), values.get(2))
                        .answer(refactor),
                this::end);
    }

    private boolean isLastWhereDefined() {
        return distro.get()
                .flatMap(now -> Optional.ofNullable(now.components().get(component()))
                        .map(one -> WriteOverlays.isLastWhereDefined(now, one)))
                .orElse(true);
    }

    /** The overlays that are shown, with the reasons that were given. */
    private List<Reasoned> reasoned() {
        List<Change> changes = list.chosen();
        List<String> reasons = list.reasons().reasons();
        List<Reasoned> overlays = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            overlays.add(
                    new Reasoned(OverlayTable.of(changes.get(i)), reasons.get(i).strip()));
        }
        return overlays;
    }

    @Override
    public boolean isEdited() {
        return text != null && text.isEdited();
    }

    @Override
    public String component() {
        return text == null ? "" : text.component();
    }

    @Override
    public String file() {
        return text == null ? "" : text.specName();
    }

    @Override
    public void discard() {
        new CloseProtocol().close(List.of(closing()), this::end);
    }

    private void end() {
        awaited = null;
        giveUp();
        leave();
        ended.run();
    }

    /** What is written, or discarded after a question, need not be kept. */
    private void giveUp() {
        if (text != null) {
            files.unsaved().giveUp(text.file());
        }
    }

    @Override
    public void onEnded(Runnable listener) {
        ended = listener;
    }

    @Override
    public ClosePart closing() {
        return () -> !isEdited()
                        || choices.confirm(
                                Wording.of("derive.result-editor.edited-result"),
                                Wording.of("derive.result-editor.close-question", component()),
                                Wording.of("derive.result-editor.discard-edits"))
                ? Optional.of(Farewell.ending(this::giveUp))
                : Optional.empty();
    }

    @Override
    public boolean isSettled() {
        return later.isSettled();
    }

    @Override
    public void close() {
        later.close();
        leave();
    }
}
