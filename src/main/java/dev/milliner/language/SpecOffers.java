package dev.milliner.language;

import dev.milliner.distro.OverlayKind;
import dev.milliner.language.SpecFacts.Tag;
import dev.milliner.spec.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of the spec that an overlay changes. */
final class SpecOffers {
    private static final int SHORTEST_FOR_LINES = 2;
    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tar");

    private final TomlContext context;
    private final TomlSpot.InValue spot;
    private final SpecFacts spec;
    private final Written written;
    private final Offer offer;
    private final TomlEntries overlay;

    SpecOffers(TomlContext context, TomlSpot.InValue spot, SpecFacts spec, Written written, Offer offer) {
        this.context = context;
        this.spot = spot;
        this.spec = spec;
        this.written = written;
        this.offer = offer;
        this.overlay = spot.table().entries();
    }

    void add(Subject subject) {
        switch (subject) {
            case TAG -> tags();
            case TAG_VALUE -> values();
            case SECTION -> sections();
            case SUBPACKAGE -> subpackages();
            case ARCHIVE -> archives();
            case CONDITIONAL -> conditionals();
            case REGEX -> lines();
            default -> {
                // Nothing that a spec could say.
            }
        }
        SpecWords.add(subject, written, offer);
    }

    private void add(String label, CompletionKind kind, String detail, Completion.Help help) {
        offer.add(label, () -> Completion.of(label, kind, detail, help).inserting(written.text(label)));
    }

    private void tags() {
        String ofPackage = overlay.text("package");
        Map<String, List<Tag>> byName = spec.tags().stream()
                .filter(tag -> ofPackage.isEmpty() || tag.packageName().equals(ofPackage))
                .collect(Collectors.groupingBy(Tag::name, LinkedHashMap::new, Collectors.toList()));
        boolean adds = TomlContext.overlayKind(spot.table())
                .filter(kind -> kind == OverlayKind.SPEC_ADD_TAG || kind == OverlayKind.SPEC_INSERT_TAG)
                .isPresent();
        if (adds) {
            numbered();
        }
        byName.forEach((name, tags) -> add(
                name, CompletionKind.TAG, lineWords(tags), () -> List.of(new HoverPart.Code("spec", written(tags)))));
    }

    /** The next free number of Source and Patch, for an overlay that adds one. */
    private void numbered() {
        for (String family : List.of("Source", "Patch")) {
            int last = spec.tags().stream()
                    .map(Tag::name)
                    .filter(name -> name.matches(family + "\\d{1,6}"))
                    .mapToInt(name -> Integer.parseInt(name.substring(family.length())))
                    .max()
                    .orElse(-1);
            if (last >= 0) {
                add(family + (last + 1), CompletionKind.TAG, "next free", Completion.Help.NONE);
            }
        }
    }

    private static String lineWords(List<Tag> tags) {
        return tags.size() == 1
                ? "line " + tags.getFirst().line()
                : tags.size() + " lines, first " + tags.getFirst().line();
    }

    private static String written(List<Tag> tags) {
        return tags.stream()
                .limit(12)
                .map(tag -> tag.name() + ": " + tag.value())
                .collect(Collectors.joining("\n"));
    }

    private void values() {
        String name = overlay.text("tag").toLowerCase(Locale.ROOT);
        String ofPackage = overlay.text("package");
        Map<String, List<Tag>> byValue = spec.tags().stream()
                .filter(tag -> tag.name().toLowerCase(Locale.ROOT).equals(name))
                .filter(tag -> tag.packageName().equals(ofPackage))
                .collect(Collectors.groupingBy(Tag::value, LinkedHashMap::new, Collectors.toList()));
        byValue.forEach((value, tags) -> add(
                value, CompletionKind.VALUE, where(tags), () -> new TagValueHelp(context, spot, spec, tags).parts()));
        boolean removes = TomlContext.overlayKind(spot.table()).equals(Optional.of(OverlayKind.SPEC_REMOVE_TAG));
        if (!removes && (name.endsWith("requires") || name.equals("recommends"))) {
            new DefinitionOffers(context.knowledge(), offer, written::text).packages();
        }
    }

    private static String where(List<Tag> tags) {
        Tag first = tags.getFirst();
        String condition = first.condition().isEmpty() ? "no condition" : first.condition();
        return first.line() + (tags.size() > 1 ? " and " + (tags.size() - 1) + " more" : "") + " · " + condition;
    }

    private void sections() {
        String ofPackage = overlay.text("package");
        for (SpecFacts.Header header : spec.sections()) {
            Section section = header.section();
            if (ofPackage.isEmpty() || section.packageName().equals(ofPackage)) {
                add(section.name(), CompletionKind.SECTION, "line " + header.line(), Completion.Help.NONE);
            }
        }
    }

    private void subpackages() {
        for (String name : spec.subpackages()) {
            List<SpecFacts.Header> own = spec.sections().stream()
                    .filter(header -> header.section().packageName().equals(name))
                    .toList();
            add(
                    name,
                    CompletionKind.PACKAGE,
                    "line " + own.getFirst().line(),
                    () -> List.of(new HoverPart.Facts(own.stream()
                            .map(header -> new HoverPart.Fact(header.section().name(), "line " + header.line()))
                            .toList())));
        }
    }

    private void archives() {
        spec.tags().stream()
                .filter(tag -> tag.name().toLowerCase(Locale.ROOT).startsWith("source"))
                .map(tag -> tag.value().substring(tag.value().lastIndexOf('/') + 1))
                .filter(name -> ARCHIVES.stream().anyMatch(name::endsWith))
                .forEach(name -> add(name, CompletionKind.FILE, "source", Completion.Help.NONE));
    }

    private void conditionals() {
        spec.conditionals()
                .forEach(one -> add(one.name(), CompletionKind.WORD, "line " + one.line(), Completion.Help.NONE));
    }

    /** Lines as expressions that match them alone. */
    private void lines() {
        if (spot.text().length() < SHORTEST_FOR_LINES) {
            return;
        }
        int number = 1;
        for (String line : spec.lines()) {
            String label = line.strip();
            String detail = "line " + number++;
            if (!label.isEmpty()) {
                offer.add(label, () -> Completion.of(label, CompletionKind.VALUE, detail, Completion.Help.NONE)
                        .inserting(written.text(GoQuotes.quoted(label))));
            }
        }
    }
}
