package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.language.FileEdit;
import dev.milliner.language.Replacement;
import dev.milliner.language.Span;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.refactor.RefactoringAnswer.Refusal;
import dev.milliner.search.SavedQueries;
import dev.milliner.search.SavedQuery;
import dev.milliner.workbench.refactor.Field;
import dev.milliner.workbench.refactor.RefactoringDesk;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** The menu of the searches that a tree keeps, and the keeping of one more. */
final class SavedMenu {
    private final MenuButton menu;
    private final RefactoringDesk desk;
    private final Supplier<Optional<Distro>> distro;
    private final Supplier<SavedQuery> now;
    private final Consumer<SavedQuery> taken;
    private final Consumer<String> fault;

    /**
     * Fills a menu whenever it is opened.
     *
     * @param now what is being searched
     * @param taken told what was chosen
     * @param fault told what is wrong with the file of kept searches
     */
    SavedMenu(
            MenuButton menu,
            RefactoringDesk desk,
            Supplier<Optional<Distro>> distro,
            Supplier<SavedQuery> now,
            Consumer<SavedQuery> taken,
            Consumer<String> fault) {
        this.menu = menu;
        this.desk = desk;
        this.distro = distro;
        this.now = now;
        this.taken = taken;
        this.fault = fault;
        menu.setOnShowing(event -> fill());
    }

    private void fill() {
        menu.getItems().clear();
        MenuItem keep = new MenuItem(Wording.of("search.saved-menu.keep-search"));
        keep.setDisable(distro.get().isEmpty() || now.get().wanted().isBlank());
        keep.setOnAction(event -> distro.get().ifPresent(this::keep));
        menu.getItems().add(keep);
        distro.get().map(Distro::tree).map(SavedQueries::of).ifPresent(saved -> {
            saved.queries().forEach(query -> menu.getItems().add(item(query)));
            saved.faults().stream().findFirst().ifPresent(fault);
        });
    }

    private MenuItem item(SavedQuery query) {
        MenuItem item = new MenuItem(query.name());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> taken.accept(query));
        return item;
    }

    private void keep(Distro tree) {
        SavedQuery search = now.get();
        desk.card()
                .open(
                        Wording.of("search.saved-menu.keep-named", SavedQueries.FILE),
                        List.of(new Field(
                                "name",
                                Wording.of("refactor.field.name"),
                                "",
                                Wording.of("search.saved-menu.name-hint"))),
                        values -> kept(tree, named(values.getFirst(), search)),
                        desk::make);
    }

    private static SavedQuery named(String name, SavedQuery search) {
        return new SavedQuery(
                name, search.over(), search.wanted(), search.regex(), search.caseSensitive(), search.wholeWord());
    }

    private static RefactoringAnswer kept(Distro distro, SavedQuery query) {
        if (SavedQueries.of(distro.tree()).named(query.name()).isPresent()) {
            return new Refusal(Wording.of("search.saved-menu.search-already-give", query.name()));
        }
        boolean there = distro.tree().exists(SavedQueries.FILE);
        String before = distro.tree().read(SavedQueries.FILE).orElse("");
        String after = SavedQueries.with(before, query);
        Replacement added = new Replacement(Span.at(before.length()), after.substring(before.length()));
        WorkspaceEdit edit = there
                ? new WorkspaceEdit(
                        List.of(new FileEdit(SavedQueries.FILE, OptionalInt.empty(), before, List.of(added))),
                        List.of())
                : new WorkspaceEdit(
                        List.of(),
                        List.of(),
                        List.of(new WorkspaceEdit.WholeFile(SavedQueries.FILE, after)),
                        List.of());
        return new Proposal(Wording.of("search.saved-menu.keep-named", query.name()), edit, List.of(), List.of());
    }
}
