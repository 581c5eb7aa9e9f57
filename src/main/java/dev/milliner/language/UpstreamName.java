package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.util.List;
import java.util.Optional;

/** A component that gets another name keeps the one it has upstream, which azldev would else take from the new one. */
final class UpstreamName {
    private UpstreamName() {}

    /** What must be added to the file that defines a component. */
    static Optional<Replacement> kept(Distro distro, String name, Document file) {
        Component component = distro.components().get(name);
        boolean concerned = component != null
                && component.place().file().equals(file.path())
                && component.spec().type().equals("upstream")
                && component.spec().upstreamName().isEmpty();
        return concerned ? added(name, TextLines.of(file.text())) : Optional.empty();
    }

    private static Optional<Replacement> added(String name, TextLines lines) {
        int at = -1;
        for (int line = 0; line < lines.count(); line++) {
            if (lines.isHeader(line)) {
                List<String> path = TomlHeader.of(lines, line).path();
                if (path.equals(List.of("components", name, "spec"))) {
                    return Optional.of(behind(lines, line, "upstream-name = " + TomlQuotes.quoted(name)));
                }
                at = path.equals(List.of("components", name)) ? line : at;
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(inTable(lines, at, name));
    }

    private static Replacement inTable(TextLines lines, int header, String name) {
        String quoted = TomlQuotes.quoted(name);
        int inside = Math.min(header + 1, lines.count() - 1);
        for (TomlEntries.Entry entry :
                TomlAround.of(lines, inside, List.of()).entries().entries()) {
            if (entry.keys().equals(List.of("spec"))
                    && entry.value().filter(token -> token.is('{')).isPresent()) {
                int brace = entry.value().get().span().end();
                return new Replacement(Span.at(brace), " upstream-name = " + quoted + ",");
            }
            if (entry.keys().getFirst().equals("spec")) {
                return behind(lines, header, "spec.upstream-name = " + quoted);
            }
        }
        return behind(lines, header, "spec = { type = \"upstream\", upstream-name = " + quoted + " }");
    }

    private static Replacement behind(TextLines lines, int line, String added) {
        int end = lines.start(line) + lines.line(line).length();
        return new Replacement(Span.at(end), "\n" + added);
    }
}
