package dev.milliner.spec;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours an RPM spec line by line: sections, tags, conditionals, macros and comments. */
public final class SpecLexer implements LineLexer {
    private static final Set<String> DIRECTIVES = Set.of(
            "if",
            "ifarch",
            "ifnarch",
            "ifos",
            "ifnos",
            "elif",
            "elifarch",
            "elifos",
            "else",
            "endif",
            "global",
            "define",
            "undefine",
            "include",
            "bcond",
            "bcond_with",
            "bcond_without");
    private static final Pattern WORD = Pattern.compile("^\\s*%([A-Za-z_]+)");
    private static final Pattern TAG = Pattern.compile("^([A-Za-z][A-Za-z0-9_]*(?:\\([a-z,_ ]+\\))?)\\s*:");
    private static final Pattern MACRO = Pattern.compile("%%|%\\{[^}]*\\}?|%\\([^)]*\\)?|%[?!]*[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public int lex(String line, int state, Tokens tokens) {
        if (line.stripLeading().startsWith("#")) {
            tokens.add(line.indexOf('#'), line.length(), TokenKind.COMMENT);
            return state;
        }
        int from = 0;
        Matcher word = WORD.matcher(line);
        Matcher tag = TAG.matcher(line);
        if (word.find() && SectionKind.startsSection("%" + word.group(1))) {
            tokens.add(0, line.length(), TokenKind.TABLE);
            return state;
        } else if (word.reset().find() && DIRECTIVES.contains(word.group(1))) {
            tokens.add(word.start(1) - 1, word.end(1), TokenKind.DIRECTIVE);
            from = word.end(1);
        } else if (tag.find()) {
            tokens.add(0, tag.end(1), TokenKind.KEY);
            from = tag.end();
        }
        Matcher macro = MACRO.matcher(line);
        for (int at = from; macro.find(at); at = macro.end()) {
            tokens.add(macro.start(), macro.end(), TokenKind.MACRO);
        }
        return state;
    }
}
