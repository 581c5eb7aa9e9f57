package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Format;
import dev.milliner.distro.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes for problems that are put right elsewhere than at their place. */
final class WholeFixes {
    private WholeFixes() {}

    /** A change with what it does. */
    record Fix(String title, WorkspaceEdit edit) {}

    static Stream<Fix> of(Knowledge knowledge, Document document, Problem problem, TomlContext context) {
        return switch (problem.code()) {
            case "default-distro" ->
                problem.message().startsWith("No default")
                        ? defaultDistro(knowledge.distro(), document)
                        : Stream.empty();
            case "metadata-category", "metadata-status" -> metadata(document, context);
            case "archive-origin" -> sourceFile(document, context);
            case "component-name", "repository-name", "test-suite" -> plainName(knowledge, document, problem, context);
            default -> Stream.empty();
        };
    }

    private static Stream<Fix> defaultDistro(Distro distro, Document document) {
        TextLines lines = TextLines.of(document.text());
        return distro.distros().values().stream()
                .filter(one -> one.defaultVersion().isPresent())
                .map(one -> new Fix(
                        "Make '" + one.name() + "' the default distro",
                        WorkspaceEdit.of(document, List.of(inProject(lines, one)))));
    }

    private static Replacement inProject(TextLines lines, DistroDefinition distro) {
        String key = "default-distro = { name = " + TomlQuotes.quoted(distro.name()) + ", version = "
                + TomlQuotes.quoted(distro.defaultVersion().orElseThrow()) + " }";
        for (int line = 0; line < lines.count(); line++) {
            if (lines.isHeader(line)) {
                TomlHeader header = TomlHeader.of(lines, line);
                if (header.path().equals(List.of("project"))) {
                    return TomlRewrite.added(
                            new TomlAround(lines, line, header.path(), Optional.empty(), Optional.of(header)),
                            List.of(key));
                }
            }
        }
        return new Replacement(Span.at(lines.text().length()), "\n[project]\n" + key + "\n");
    }

    /** The reasons of an overlay file that gives none. */
    private static Stream<Fix> metadata(Document document, TomlContext context) {
        boolean lacks =
                context.root().equals(Format.OVERLAY_FILE) && !document.text().contains("[metadata]");
        String table = "[metadata]\ncategory = \"azl-compatibility\"\nupstream-status = \"unknown\"\n\n";
        return lacks
                ? Stream.of(new Fix(
                        "Add [metadata]", WorkspaceEdit.of(document, List.of(new Replacement(Span.at(0), table)))))
                : Stream.empty();
    }

    /** The entry that azldev needs beside an overlay that changes an archive. */
    private static Stream<Fix> sourceFile(Document document, TomlContext context) {
        if (!(context.spot() instanceof TomlSpot.InValue value) || value.path().size() < 2) {
            return Stream.empty();
        }
        String component = value.path().get(1);
        if (!value.path().getFirst().equals("components")
                || !value.keys().getLast().equals("archive")) {
            return Stream.empty();
        }
        String entry = "\n[[components." + TomlQuotes.key(component) + ".source-files]]\nfilename = "
                + TomlQuotes.quoted(value.text())
                + "\norigin = { type = \"overlay\" }\nreplace-upstream = true\nreplace-reason = \"\"\n";
        Replacement edit = new Replacement(Span.at(document.text().length()), entry);
        return Stream.of(new Fix("Add the archive to 'source-files'", WorkspaceEdit.of(document, List.of(edit))));
    }

    private static Stream<Fix> plainName(Knowledge knowledge, Document document, Problem problem, TomlContext context) {
        Optional<Named> named = TomlNames.at(context);
        if (named.isEmpty() || !problem.message().contains("name")) {
            return Stream.empty();
        }
        String plain = ValueFixes.plain(named.get().entity().name());
        boolean better = !plain.isEmpty() && !plain.equals(named.get().entity().name());
        return better
                        && new Renaming(knowledge, document, named.get().entity()).to(plain)
                                instanceof RenameAnswer.Edits edits
                ? Stream.of(new Fix("Rename to '" + plain + "'", edits.edit()))
                : Stream.empty();
    }
}
