package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.milliner.spec.SectionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A spec file's lines, with its own simple macros expanded so that a log's words can be found in them. */
final class SpecText {
    private static final Pattern DEFINITION = Pattern.compile("^%(?:global|define)\\s+(\\w+)\\s+(\\S.*)$");
    private static final Pattern TAG = Pattern.compile("^(?i)(name|version|release):\\s*(\\S+)");
    private static final Pattern USE = Pattern.compile("%\\{\\??(\\w+)\\}|%(\\w+)");
    private static final Pattern FIRST_WORD = Pattern.compile("^%\\w+");
    private static final int DEEPEST = 6;

    /** The folders that rpm's own macros name. */
    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("_prefix", "/usr"),
            Map.entry("_bindir", "/usr/bin"),
            Map.entry("_sbindir", "/usr/sbin"),
            Map.entry("_libdir", "/usr/lib64"),
            Map.entry("_libexecdir", "/usr/libexec"),
            Map.entry("_includedir", "/usr/include"),
            Map.entry("_datadir", "/usr/share"),
            Map.entry("_mandir", "/usr/share/man"),
            Map.entry("_infodir", "/usr/share/info"),
            Map.entry("_docdir", "/usr/share/doc"),
            Map.entry("_sysconfdir", "/etc"),
            Map.entry("_localstatedir", "/var"),
            Map.entry("_sharedstatedir", "/var/lib"),
            Map.entry("_unitdir", "/usr/lib/systemd/system"));

    private final List<String> lines;
    private final Map<String, String> macros = new HashMap<>();

    SpecText(List<String> lines) {
        this.lines = lines;
        macros.putAll(FOLDERS);
        for (String line : lines) {
            Matcher definition = DEFINITION.matcher(line);
            Matcher tag = TAG.matcher(line);
            if (definition.find()) {
                macros.put(definition.group(1), definition.group(2));
            } else if (tag.find()) {
                macros.putIfAbsent(tag.group(1).toLowerCase(java.util.Locale.ROOT), tag.group(2));
            }
        }
    }

    /** A line with the macros that the spec file defines itself. */
    String expanded(int index) {
        String text = lines.get(index);
        for (int i = 0; i < DEEPEST && text.indexOf('%') >= 0; i++) {
            StringBuilder result = new StringBuilder();
            Matcher use = USE.matcher(text);
            int done = 0;
            while (use.find()) {
                String name = use.group(1) == null ? use.group(2) : use.group(1);
                result.append(text, done, use.start()).append(macros.getOrDefault(name, use.group()));
                done = use.end();
            }
            text = result.append(text.substring(done)).toString();
        }
        return text;
    }

    /** The index of a section's header, such as {@code %build}, or -1. */
    int start(String section) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(section) || lines.get(i).startsWith(section + " ")) {
                return i;
            }
        }
        return -1;
    }

    /** The index behind the last line of the section whose header stands at an index. */
    int end(int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            Matcher word = FIRST_WORD.matcher(lines.get(i));
            if (word.find() && SectionKind.startsSection(word.group())) {
                return i;
            }
        }
        return lines.size();
    }
}
