package dev.milliner.review;

import dev.milliner.text.LineLexer;
import dev.milliner.toml.TomlLexer;
import java.util.regex.Pattern;

/** Tells which lines of a file may count for a component, from top to bottom. Most are a header or a name alone, and not lexed. */
final class OwnLines {
    /** A group's list of components, of which each stands in a line of its own. */
    private static final Pattern MEMBERS = Pattern.compile("\\s*components\\s*=\\s*\\[\\s*");

    private final TomlLexer lexer = new TomlLexer();
    private final String component;
    private int state = LineLexer.START;
    private boolean isOther;
    private boolean isGroup;
    private boolean lists;

    OwnLines(String component) {
        this.component = component;
    }

    /** Tells whether the next line counts. */
    boolean count(String line) {
        boolean isText = TomlLexer.insideString(state);
        if (!isText && isNothing(line)) {
            return false;
        }
        if (state == LineLexer.START && OwnParts.isHeader(line)) {
            isOther = OwnParts.isOfOthers(line, component);
            isGroup = !isOther && line.contains("component-groups");
            lists = false;
            return !isOther;
        }
        String name = isText ? "" : nameAlone(line);
        if (!name.isEmpty()) {
            return !isOther && (!lists || name.equals(component));
        }
        state = lexer.lex(line, state, (start, end, kind) -> {});
        lists = isGroup && MEMBERS.matcher(line).matches();
        return !isOther;
    }

    /** A comment, or an empty line. */
    private static boolean isNothing(String line) {
        String said = line.stripLeading();
        return said.isEmpty() || said.charAt(0) == '#';
    }

    /** The name that a line of a list holds and nothing else; empty where it holds anything else. */
    private static String nameAlone(String line) {
        String said = line.strip();
        int end = said.length() - (said.endsWith(",") ? 2 : 1);
        boolean isName = end > 0 && said.charAt(0) == '"' && said.indexOf('"', 1) == end && said.indexOf('\\') < 0;
        return isName ? said.substring(1, end) : "";
    }
}
