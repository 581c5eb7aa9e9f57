package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import dev.milliner.text.LineLexer;
import dev.milliner.toml.TomlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Divides the hunks of a definition file into the smallest parts of which any choice leaves a file that means what it says: a table
 * with the keys and comments that the hunk has of it, a key of a table that stands around the hunk, a name in a list. What
 * both sides say of the same table, key or name is one part.
 */
final class HunkParts {
    private static final String DEFINITIONS = ".toml";
    private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[?\\s*([^\\]]+?)\\s*]");
    private static final Pattern OWNER = Pattern.compile("[^.\\s]+\\s*\\.\\s*(?:\"[^\"]*\"|'[^']*'|[^.\\s]+)");
    private static final Pattern KEY = Pattern.compile("([^=#]+?)\\s*=.*");
    private static final Pattern NAME = Pattern.compile("(\"[^\"]*\"|'[^']*')\\s*,?\\s*(?:#.*)?");

    /** What lines are about that can't be told apart. */
    private static final String UNKNOWN = "";

    private final List<String> before;
    private final List<String> after;
    private final List<Integer> statesBefore;
    private final List<Integer> statesAfter;

    private HunkParts(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.statesBefore = states(before);
        this.statesAfter = states(after);
    }

    /**
     * Divides them.
     *
     * @param path the file's; of anything but definitions a hunk is one part
     * @param before its lines in the last commit
     * @param after its lines now
     * @return the parts from top to bottom
     */
    static List<Hunk> of(String path, List<String> before, List<String> after, List<Hunk> hunks) {
        if (!path.endsWith(DEFINITIONS) || hunks.isEmpty()) {
            return hunks;
        }
        HunkParts parts = new HunkParts(before, after);
        return hunks.stream().flatMap(hunk -> parts.of(hunk).stream()).toList();
    }

    /** The state in which each line begins, and the one after the last. */
    private static List<Integer> states(List<String> lines) {
        TomlLexer lexer = new TomlLexer();
        List<Integer> states = new ArrayList<>();
        int state = LineLexer.START;
        for (String line : lines) {
            states.add(state);
            state = lexer.lex(line.stripTrailing(), state, (start, end, kind) -> {});
        }
        states.add(state);
        return states;
    }

    private List<Hunk> of(Hunk hunk) {
        List<LineUnit> old = units(before, statesBefore, hunk.beforeStart(), hunk.beforeEnd());
        List<LineUnit> now = units(after, statesAfter, hunk.afterStart(), hunk.afterEnd());
        if (isUnknown(old) || isUnknown(now) || (goesOn(hunk) && isAmbiguous(old, now))) {
            return List.of(hunk);
        }
        List<Hunk> parts = new ArrayList<>();
        // What is of the table around comes before any other table, on both sides.
        int oldTables = firstTable(old);
        int nowTables = firstTable(now);
        int oldEnd = oldTables < old.size() ? old.get(oldTables).start() : hunk.beforeEnd();
        int nowEnd = nowTables < now.size() ? now.get(nowTables).start() : hunk.afterEnd();
        align(parts, old.subList(0, oldTables), now.subList(0, nowTables), oldEnd, nowEnd);
        align(
                parts,
                old.subList(oldTables, old.size()),
                now.subList(nowTables, now.size()),
                hunk.beforeEnd(),
                hunk.afterEnd());
        return parts;
    }

    /** Tells whether keys follow that belong to the last table of the hunk. */
    private boolean goesOn(Hunk hunk) {
        return after.stream()
                .skip(hunk.afterEnd())
                .filter(line -> !isNothing(line))
                .findFirst()
                .filter(line -> !HEADER.matcher(line).lookingAt())
                .isPresent();
    }

    /** Tells whether the last table could be another than on either side. */
    private static boolean isAmbiguous(List<LineUnit> old, List<LineUnit> now) {
        List<String> tables = Stream.concat(old.stream(), now.stream())
                .filter(LineUnit::isTable)
                .map(LineUnit::about)
                .toList();
        boolean isOneOnBothSides = tables.size() == 2
                && tables.getFirst().equals(tables.getLast())
                && !old.isEmpty()
                && old.getLast().about().equals(tables.getLast());
        return tables.size() > 1 && !isOneOnBothSides;
    }

    private static int firstTable(List<LineUnit> units) {
        int at = 0;
        while (at < units.size() && !units.get(at).isTable()) {
            at++;
        }
        return at;
    }

    private static void align(List<Hunk> parts, List<LineUnit> old, List<LineUnit> now, int oldEnd, int nowEnd) {
        int right = 0;
        for (int left = 0; left < old.size(); left++) {
            LineUnit one = old.get(left);
            int same = find(now, right, one.about());
            if (same < 0) {
                int at = right < now.size() ? now.get(right).start() : nowEnd;
                parts.add(new Hunk(one.start(), one.end(), at, at));
            } else {
                add(parts, now.subList(right, same), one.start());
                parts.add(new Hunk(
                        one.start(),
                        one.end(),
                        now.get(same).start(),
                        now.get(same).end()));
                right = same + 1;
            }
        }
        add(parts, now.subList(right, now.size()), oldEnd);
    }

    private static void add(List<Hunk> parts, List<LineUnit> units, int at) {
        units.forEach(unit -> parts.add(new Hunk(at, at, unit.start(), unit.end())));
    }

    private static boolean isUnknown(List<LineUnit> units) {
        return units.stream().anyMatch(unit -> unit.about().equals(UNKNOWN));
    }

    private static int find(List<LineUnit> units, int from, String about) {
        for (int at = from; at < units.size(); at++) {
            if (units.get(at).about().equals(about)) {
                return at;
            }
        }
        return -1;
    }

    private static List<LineUnit> units(List<String> lines, List<Integer> states, int start, int end) {
        List<LineUnit> units = new ArrayList<>();
        if (start == end) {
            return units;
        }
        int outside = states.get(start);
        if (states.get(end) != outside) {
            return List.of(new LineUnit(UNKNOWN, start, end));
        }
        String about = "";
        boolean isTable = false;
        int from = start;
        for (int at = start; at < end; at++) {
            String line = lines.get(at);
            if (states.get(at) != outside || isNothing(line)) {
                continue;
            }
            String name = about(line, outside);
            if (name.isEmpty()) {
                return List.of(new LineUnit(UNKNOWN, start, end));
            }
            boolean opens = outside == LineLexer.START && HEADER.matcher(line).lookingAt();
            boolean begins = opens ? !isTable || !name.equals(about) : !isTable;
            if (begins && !about.isEmpty()) {
                int begin = withComments(lines, from, at);
                units.add(new LineUnit(about, from, begin));
                from = begin;
            }
            if (begins) {
                about = name;
                isTable = opens;
            }
        }
        units.add(new LineUnit(about, from, end));
        return units;
    }

    /** Where the comments and blank lines begin that stand over a line. */
    private static int withComments(List<String> lines, int from, int at) {
        int begin = at;
        while (begin - 1 > from && isNothing(lines.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static boolean isNothing(String line) {
        String said = line.strip();
        return said.isEmpty() || said.startsWith("#");
    }

    /** What a line is about: the definition of a table, the key of a value, a name in a list; empty where it is none of these. */
    private static String about(String line, int state) {
        if (state != LineLexer.START) {
            Matcher name = NAME.matcher(line.strip());
            return name.matches() ? name.group(1) : "";
        }
        Matcher header = HEADER.matcher(line);
        if (header.lookingAt()) {
            Matcher owner = OWNER.matcher(header.group(1));
            return "[" + (owner.lookingAt() ? owner.group() : header.group(1));
        }
        Matcher key = KEY.matcher(line.strip());
        return key.matches() ? key.group(1) : "";
    }
}
