package dev.milliner.workbench.editor;

import dev.milliner.distro.Problem;
import dev.milliner.language.Document;
import dev.milliner.language.LanguageService;
import dev.milliner.language.MacroValues;
import dev.milliner.language.PackageFacts;
import dev.milliner.language.SpecTexts;
import dev.milliner.language.Surroundings;
import dev.milliner.language.Symbol;
import dev.milliner.language.TextMemory;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.files.OpenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the editors of a window ask about places in their texts, and whom they have act on it. What is known is of the newest
 * state that was resolved, which may be a keystroke or two behind the text.
 */
public final class LanguageDesk {
    private final Surroundings surroundings;
    private final Consumer<Place> goTo;
    private final Consumer<WorkspaceEdit> apply;
    private final Consumer<String> tell;
    private final List<Runnable> awaiting = new ArrayList<>();
    private volatile @Nullable Known known;

    /**
     * What is known of one state.
     *
     * @param snapshot the state
     * @param service answers for it
     */
    record Known(Snapshot snapshot, LanguageService service) {
        /** The problems of a file. */
        List<Problem> problems(String path) {
            return snapshot.problemsByFile().getOrDefault(path, List.of());
        }
    }

    /**
     * Makes a desk that knows nothing yet.
     *
     * @param specs the specs that overlays are written for
     * @param goTo brings a place to the front
     * @param apply changes files
     * @param tell shows a sentence
     */
    public LanguageDesk(SpecTexts specs, Consumer<Place> goTo, Consumer<WorkspaceEdit> apply, Consumer<String> tell) {
        surroundings = new Surroundings(specs, PackageFacts.NONE, MacroValues.NONE, new TextMemory());
        this.goTo = goTo;
        this.apply = apply;
        this.tell = tell;
    }

    /** A desk for an editor that stands by itself: it knows nothing. */
    public static LanguageDesk none() {
        return new LanguageDesk(SpecTexts.NONE, place -> {}, edit -> {}, sentence -> {});
    }

    /** Takes in what the distro resolves to now. */
    public void show(Snapshot snapshot) {
        boolean first = known == null;
        Known now = new Known(snapshot, new LanguageService(snapshot.distro(), surroundings));
        known = now;
        if (first) {
            Thread.ofVirtual().start(() -> warm(now));
            awaiting.forEach(Runnable::run);
            awaiting.clear();
        }
    }

    /** Runs something once anything is known; at once where it is already. On the JavaFX thread, as {@link #show}. */
    void whenKnown(Runnable then) {
        if (known == null) {
            awaiting.add(then);
        } else {
            then.run();
        }
    }

    /** Definitions of the whole distro that a query fits, best first. From any thread. */
    public List<Symbol> symbols(String query) {
        return known().map(now -> now.service().symbols(query)).orElse(List.of());
    }

    /** The first answer reads what is known as data, which would keep the first letter waiting. */
    private static void warm(Known known) {
        known.service().complete(new Document("warm.toml", "[components.a]\nspec = ", 0), 17);
    }

    /** What is known now; nothing before the distro was resolved first. From any thread. */
    Optional<Known> known() {
        return Optional.ofNullable(known);
    }

    /** A file's text as it is now, as questions take it. From any thread. */
    static Document document(OpenFile file, int version) {
        return new Document(file.path(), file.mirror().shownText(), version);
    }

    void goTo(Place place) {
        goTo.accept(place);
    }

    void apply(WorkspaceEdit edit) {
        apply.accept(edit);
    }

    void tell(String sentence) {
        tell.accept(sentence);
    }
}
