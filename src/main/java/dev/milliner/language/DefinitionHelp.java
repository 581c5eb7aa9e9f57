package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.RpmRepository;
import dev.milliner.distro.SpecSource;
import dev.milliner.distro.TableDefinition;
import dev.milliner.language.HoverPart.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to say of something that the distro's files define. */
final class DefinitionHelp {
    private static final int MOST_OVERLAYS = 8;

    private DefinitionHelp() {}

    static List<HoverPart> parts(Knowledge knowledge, Definition definition) {
        return switch (definition) {
            case Component component -> component(knowledge, component);
            case ListedPackage listed -> packageParts(knowledge, listed.name());
            case RpmRepository repository -> repository(repository);
            case TableDefinition table -> described(table);
        };
    }

    private static List<HoverPart> component(Knowledge knowledge, Component component) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Spec", source(component.spec())));
        if (!component.groups().isEmpty()) {
            facts.add(new Fact("Groups", String.join(", ", component.groups())));
        }
        if (!component.rpmChannel().isEmpty()) {
            facts.add(new Fact("Channel", component.rpmChannel()));
        }
        List<Overlay> overlays = component.overlays();
        facts.add(new Fact("Overlays", String.valueOf(overlays.size())));
        List<String> images = ImageUse.of(knowledge).naming(component, knowledge);
        if (!images.isEmpty()) {
            facts.add(new Fact("Named by images", String.join(", ", images)));
        }
        facts.add(defined(component));
        List<HoverPart> parts = new ArrayList<>();
        summary(knowledge, component).ifPresent(summary -> parts.add(new HoverPart.Paragraph(summary)));
        parts.add(new HoverPart.Facts(facts));
        if (!overlays.isEmpty()) {
            parts.add(new HoverPart.Facts(overlays.stream()
                    .limit(MOST_OVERLAYS)
                    .map(overlay -> new Fact(overlay.type(), subject(overlay)))
                    .toList()));
        }
        return parts;
    }

    private static String subject(Overlay overlay) {
        return overlay.description().isEmpty()
                ? String.join(" ", overlay.tag(), overlay.value(), overlay.section(), overlay.file())
                        .strip()
                : overlay.description();
    }

    private static String source(SpecSource spec) {
        return switch (spec.type()) {
            case "local" -> "local, " + spec.path().orElse("no path");
            case "upstream" ->
                ("upstream " + spec.upstreamDistro().orElse("") + " "
                                + spec.upstreamVersion().orElse("")
                                + spec.upstreamCommit()
                                        .map(commit -> " at " + commit)
                                        .orElse(""))
                        .strip();
            default -> "not said";
        };
    }

    private static Optional<String> summary(Knowledge knowledge, Component component) {
        return knowledge.spec(component).flatMap(spec -> spec.tags().stream()
                .filter(tag -> tag.name().equalsIgnoreCase("Summary")
                        && tag.packageName().isEmpty())
                .map(SpecFacts.Tag::value)
                .findFirst());
    }

    /** What is known of a package, by repositories and by the tree. */
    static List<HoverPart> packageParts(Knowledge knowledge, String name) {
        List<HoverPart> parts = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        knowledge.surroundings().packages().of(name).ifPresent(fact -> {
            parts.add(new HoverPart.Paragraph(fact.summary()));
            facts.add(new Fact("Version", fact.version()));
            facts.add(new Fact("Installed size", size(fact.size())));
            facts.add(new Fact("Repository", fact.repository()));
        });
        if (knowledge.distro().definition(Kind.PACKAGE, name).orElse(null) instanceof ListedPackage listed) {
            facts.add(new Fact("Package groups", String.join(", ", listed.packageGroups())));
            facts.add(new Fact("Component", listed.component()));
            facts.add(new Fact("Channel", listed.channel()));
            facts.add(defined(listed));
        }
        facts.removeIf(fact -> fact.value().isEmpty());
        parts.add(new HoverPart.Facts(facts));
        return parts;
    }

    /** A package in a few words. */
    static String shortly(PackageFacts.Fact fact) {
        return fact.version() + ", " + size(fact.size()) + ", " + fact.summary();
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20))
                : (bytes + 1023) / 1024 + " KiB";
    }

    private static List<HoverPart> repository(RpmRepository repository) {
        List<Fact> facts = new ArrayList<>();
        repository.baseUri().ifPresent(uri -> facts.add(new Fact("Base URI", uri)));
        repository.metalink().ifPresent(uri -> facts.add(new Fact("Metalink", uri)));
        repository.set().ifPresent(set -> facts.add(new Fact("Brought by the set", set)));
        facts.add(defined(repository));
        return described(repository.description(), facts);
    }

    private static List<HoverPart> described(TableDefinition table) {
        return described(
                table.description(), List.of(new Fact("Kind", table.kind().label()), defined(table)));
    }

    private static List<HoverPart> described(String description, List<Fact> facts) {
        List<HoverPart> parts = new ArrayList<>();
        if (!description.isEmpty()) {
            parts.add(new HoverPart.Paragraph(description));
        }
        parts.add(new HoverPart.Facts(facts));
        return parts;
    }

    private static Fact defined(Definition definition) {
        String file = definition.place().file();
        return new Fact(
                "Defined in",
                file.isEmpty()
                        ? "azldev itself"
                        : file + ":" + definition.place().range().line());
    }
}
