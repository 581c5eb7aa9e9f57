package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import dev.milliner.build.explain.Rule.Chain;
import dev.milliner.build.explain.Rule.Confirm;
import dev.milliner.build.explain.Rule.Gather;
import dev.milliner.build.explain.Rule.Nearby;
import dev.milliner.build.explain.Rule.PlaceRule;
import dev.milliner.build.explain.Rule.Probe;
import dev.milliner.toml.TomlDocument;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the files that the rules are written in.
 *
 * @param rules what lines mean
 * @param wrappers lines that never say why
 * @param tools what is known of tools
 * @param endings what it means that a log just stops
 */
record RuleFile(List<Rule> rules, List<Pattern> wrappers, List<ToolTraits> tools, List<Ending> endings) {
    private static final int NEAR = 12;

    /**
     * Reads a file.
     *
     * @throws IllegalStateException when it is not as it must be: it comes with the program
     */
    static RuleFile parse(String name, String text) {
        TomlDocument document = TomlDocument.parse(text);
        if (!document.problems().isEmpty()) {
            throw new IllegalStateException(name + ": " + document.problems().getFirst());
        }
        RuleTable root = new RuleTable(name, document.root());
        List<String> tools = root.texts("tools");
        return new RuleFile(
                root.tables("rule").map(table -> rule(table, tools)).toList(),
                root.patterns("wrappers"),
                root.tables("tool").map(RuleFile::tool).toList(),
                root.tables("ending").map(table -> ending(table, tools)).toList());
    }

    private static ToolTraits tool(RuleTable table) {
        return new ToolTraits(
                table.text("name"),
                Set.copyOf(table.texts("aliases")),
                Set.copyOf(table.texts("inner")),
                table.patterns("recognise"),
                table.patterns("failed"),
                table.patterns("done"));
    }

    private static Ending ending(RuleTable table, List<String> tools) {
        Set<Integer> exits = table.texts("exits").stream().map(Integer::valueOf).collect(Collectors.toSet());
        return new Ending(exits, table.flag("unfinished", false), rule(table, tools));
    }

    private static Rule rule(RuleTable table, List<String> tools) {
        List<String> own = table.texts("tools");
        return new Rule(
                table.text("name"),
                Set.copyOf(own.isEmpty() ? tools : own),
                table.pattern("match").orElse(Pattern.compile("$^")),
                table.pattern("unless"),
                table.text("kind"),
                new Template(table.text("cause")),
                new Template(table.text("fix")),
                table.number("weight", 50),
                table.flag("certain", true),
                table.flag("symptom", false),
                table.flag("warning", false),
                table.flag("last", false),
                Set.copyOf(table.texts("sections")),
                Stream.concat(
                                table.tables("before").map(one -> nearby(one, true)),
                                table.tables("after").map(one -> nearby(one, false)))
                        .toList(),
                table.tables("gather")
                        .map(one -> new Gather(
                                one.pattern("match").orElseThrow(), one.text("name"), one.number("least", 0)))
                        .findFirst(),
                table.tables("chain")
                        .map(one -> new Chain(
                                one.pattern("more").orElseThrow(),
                                one.pattern("bare").orElseThrow(),
                                one.pattern("outside").orElseThrow()))
                        .findFirst(),
                new Template(table.text("file")),
                new Template(table.text("line")),
                table.tables("place").map(RuleFile::place).toList(),
                table.text("confirm").isEmpty()
                        ? Confirm.NOTHING
                        : Confirm.valueOf(table.text("confirm").toUpperCase(Locale.ROOT)));
    }

    private static Nearby nearby(RuleTable table, boolean before) {
        return new Nearby(
                before,
                table.pattern("match").orElseThrow(),
                table.number("within", NEAR),
                table.flag("needed", false),
                table.flag("shown", false));
    }

    private static PlaceRule place(RuleTable table) {
        String probe = table.text("probe");
        return new PlaceRule(
                probe.isEmpty() ? Probe.FIND : Probe.valueOf(probe.toUpperCase(Locale.ROOT)),
                table.texts("in"),
                new Template(table.text("find")),
                new Template(table.text("section")));
    }
}
