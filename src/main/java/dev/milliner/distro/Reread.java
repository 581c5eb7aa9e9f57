package dev.milliner.distro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A configuration file that was edited within the lines of some components: only these are read again, and what was read of
 * all others is taken over, the same objects. It says so where an edit may mean more.
 */
final class Reread {
    private static final String COMPONENTS = "components";

    /** The codes of what reading itself finds. */
    private static final Set<String> PARSING = Set.of(ParsedFile.SYNTAX, "unknown-key", "wrong-type");

    private final ParsedFile before;
    private final ChangedBlocks blocks;
    private final TableValue known;

    private Reread(ParsedFile before, ChangedBlocks blocks, TableValue known) {
        this.before = before;
        this.blocks = blocks;
        this.known = known;
    }

    /**
     * The file with another text.
     *
     * @param before the file as it was read
     * @param text what it holds now
     * @return what reading it from the beginning gives; empty where that has to be done
     */
    static Optional<ParsedFile> of(ParsedFile before, String text) {
        TableValue known = before.table().table(COMPONENTS);
        return ChangedBlocks.between(before.text(), text, known).flatMap(blocks -> {
            Reread reread = new Reread(before, blocks, known);
            return reread.isSoundElsewhere() ? reread.file() : Optional.empty();
        });
    }

    /** A broken line may have taken more with it than its own meaning, and what is left out may belong to a table in the lines. */
    private boolean isSoundElsewhere() {
        return before.problems().stream()
                .filter(problem -> PARSING.contains(problem.code()))
                .allMatch(problem -> blocks.holds(problem.place().range()));
    }

    private Optional<ParsedFile> file() {
        Optional<Set<String>> old = blocks.namesBefore();
        Optional<Set<String>> named = blocks.namesNow();
        if (old.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        Map<String, TableValue> within = new HashMap<>();
        for (String name : old.get()) {
            if (known.at(name) instanceof TableValue table) {
                if (!isWithin(table) || !blocks.holds(known.keyPlace(name).range())) {
                    return Optional.empty();
                }
                within.put(name, table);
            }
        }
        ParsedFile read = ParsedFile.configuration(before.name(), before.path(), blocks.textNow());
        return standsAlone(read, within.keySet()) ? Optional.of(with(read, within.keySet())) : Optional.empty();
    }

    private boolean isWithin(Value value) {
        return blocks.holds(value.place().range())
                && switch (value) {
                    case TableValue table ->
                        blocks.holds(table.head().range())
                                && table.fields().values().stream().allMatch(this::isWithin);
                    case ListValue list -> list.items().stream().allMatch(this::isWithin);
                    case TextValue text -> true;
                    case FlagValue flag -> true;
                };
    }

    /** Nothing in it touches what is defined elsewhere, and where it is broken, that ends with the line. */
    private boolean standsAlone(ParsedFile read, Set<String> within) {
        TableValue table = read.table();
        return table.fields().keySet().equals(Set.of(COMPONENTS))
                && table.table(COMPONENTS).fields().keySet().stream()
                        .allMatch(name -> within.contains(name) || known.at(name) == null)
                && read.problems().stream()
                        .allMatch(problem -> !problem.code().equals(ParsedFile.SYNTAX)
                                || blocks.isHeader(problem.place().range()));
    }

    private ParsedFile with(ParsedFile read, Set<String> within) {
        TableValue again = read.table().table(COMPONENTS);
        TableValue components = new TableValue(
                spliced(known.fields(), again.fields(), within),
                spliced(known.keys(), again.keys(), within),
                known.place(),
                known.head());
        List<Problem> problems = new ArrayList<>();
        before.problems().stream()
                .filter(problem -> !blocks.holds(problem.place().range()))
                .forEach(problems::add);
        problems.addAll(read.problems());
        return new ParsedFile(
                before.name(),
                before.path(),
                blocks.wholeText(),
                before.table().with(COMPONENTS, components),
                List.copyOf(problems),
                before.descent().with(within, again.fields().keySet()));
    }

    /** Some entries in the place of others that stand together. */
    private static <T> Map<String, T> spliced(Map<String, T> all, Map<String, T> added, Set<String> removed) {
        Map<String, T> spliced = LinkedHashMap.newLinkedHashMap(all.size() + added.size());
        all.forEach((name, value) -> {
            if (removed.contains(name)) {
                added.forEach(spliced::putIfAbsent);
            } else {
                spliced.put(name, value);
            }
        });
        return spliced;
    }
}
