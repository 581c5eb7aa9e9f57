package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * What is known at a place in a text. It answers from one state of a distro and a text that may be a keystroke or two newer.
 * Cheap to make, as it works things out when they are first asked for; safe for several threads.
 */
public final class LanguageService {
    private static final Language UNKNOWN = new UnknownLanguage();

    private final Knowledge knowledge;
    private final Language toml;
    private final Language kiwi;
    private final Language spec;

    /** A service for one state of a distro. */
    public LanguageService(Distro distro, Surroundings surroundings) {
        this.knowledge = new Knowledge(distro, surroundings);
        this.toml = new TomlLanguage(knowledge);
        this.kiwi = new KiwiLanguage(knowledge);
        this.spec = new SpecLanguage(knowledge);
    }

    /** What could stand at an offset. */
    public Completions complete(Document document, int offset) {
        return language(document).complete(document, offset);
    }

    /** What there is to say of a completion. This may take a while. */
    public List<HoverPart> resolve(Completion completion) {
        return completion.help().parts();
    }

    /** What there is to say of what stands at an offset. */
    public Optional<Hover> hover(Document document, int offset) {
        return language(document).hover(document, offset);
    }

    /** Where that is defined which stands at an offset. */
    public List<Place> definition(Document document, int offset) {
        return language(document).definition(document, offset);
    }

    /** Everywhere that is named which stands at an offset, its definition included. */
    public List<Place> references(Document document, int offset) {
        return language(document)
                .named(document, offset)
                .map(named -> EntityPlaces.references(knowledge, document, named.entity()))
                .orElse(List.of());
    }

    /** The name at an offset, where it can be given another; beside its quotes there is none, as editors refuse that. */
    public Optional<Rename> prepareRename(Document document, int offset) {
        return language(document)
                .named(document, offset)
                .filter(named -> named.span().touches(offset))
                .filter(named -> new Renaming(knowledge, document, named.entity())
                        .obstacle()
                        .isEmpty())
                .map(named -> new Rename(named.span(), named.entity().name()));
    }

    /** Gives what stands at an offset another name, everywhere. */
    public RenameAnswer rename(Document document, int offset, String name) {
        return language(document)
                .named(document, offset)
                .map(named -> new Renaming(knowledge, document, named.entity()).to(name))
                .orElseGet(() -> new RenameAnswer.Refusal("Nothing here has a name that could be changed."));
    }

    /**
     * Changes that are offered in a stretch.
     *
     * @param problems the problems of the document, as far as they are known
     */
    public List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return language(document).actions(document, span, problems);
    }

    /** What a document holds, from top to bottom. */
    public List<Symbol> outline(Document document) {
        return language(document).outline(document);
    }

    /** The way down the outline to an offset, outermost first. */
    public List<Symbol> breadcrumb(Document document, int offset) {
        return language(document).breadcrumb(document, offset);
    }

    /** Definitions of the whole distro that a query fits, best first. */
    public List<Symbol> symbols(String query) {
        return DistroSymbols.of(knowledge, query);
    }

    /** Lines of a document that can be folded away. */
    public List<FoldRange> folds(Document document) {
        return language(document).folds(document);
    }

    /** Where else in the document that stands which stands at an offset, that itself included. */
    public List<Span> highlights(Document document, int offset) {
        Language language = language(document);
        return language.named(document, offset)
                .map(named -> EntityPlaces.highlights(language, document, named))
                .orElse(List.of());
    }

    /** The links of a document to files and the web. */
    public List<DocumentLink> links(Document document) {
        return EntityPlaces.links(knowledge, document);
    }

    private Language language(Document document) {
        String path = document.path();
        if (path.endsWith(".toml")) {
            return toml;
        }
        if (path.endsWith(".spec")) {
            return spec;
        }
        boolean description = path.endsWith(".kiwi")
                || (path.endsWith(".xml") && document.text().contains("<image"));
        return description ? kiwi : UNKNOWN;
    }
}
