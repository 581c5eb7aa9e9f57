package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a log says of where it is: the section of the spec file, its folder and the command that runs. */
final class Trail {
    private static final Pattern SECTION = Pattern.compile("^Executing\\(([^)]+)\\): ");

    /** Scripts that run while packages are made, between rpm's own messages. */
    private static final Set<String> PACKAGING = Set.of("%license", "%doc", "%pubkey");

    private static final Pattern ENTERING =
            Pattern.compile("(?:make(?:\\[\\d+\\])?|ninja): Entering directory [`'‘](.*)['’]");
    private static final Pattern LEAVING = Pattern.compile("make(?:\\[\\d+\\])?: Leaving directory ");
    private static final Pattern COMPONENT = Pattern.compile("component[= ][\"`']?([A-Za-z0-9][A-Za-z0-9+._-]*)");

    private static final Pattern COMMAND = Pattern.compile("^\\$ .*rpmbuild .*?([^/ ']+\\.spec)(?:[ ']|$)");

    private static final String BEGINNING = "umask 022";

    private static final List<String> COMPARED = List.of("- ", "? ", "@@ ");

    private final Deque<String> folders = new ArrayDeque<>();
    private int index;
    private String section = "";
    private String trace = "";
    private long traceLine;
    private String folder = "";
    private String component = "";
    private String spec = "";
    private String previous = "";
    private boolean own;

    /** Whether scripts begin as rpm's do, and whether that of the section did: output and trace can be out of step. */
    private boolean begins;

    private boolean begun;
    private final Steps steps = new Steps();

    void follow(LogLine line) {
        String text = line.text();
        own = isTraced(text);
        if (own) {
            traceLine = line.number();
            traced(command(text));
        } else {
            own = text.startsWith("++ ");
            steps.printed(line);
            told(text);
        }
        previous = text;
    }

    private void told(String text) {
        if (text.startsWith("$ ")) {
            Matcher command = COMMAND.matcher(text);
            spec = command.find() ? command.group(1) : spec;
        } else if (text.startsWith("Executing(")) {
            Matcher start = SECTION.matcher(text);
            if (start.find() && !PACKAGING.contains(start.group(1))) {
                start(start.group(1));
            }
        } else if (text.contains(" directory ")) {
            folder(text);
        } else if (text.contains("component")) {
            Matcher named = COMPONENT.matcher(text);
            component = named.find() ? named.group(1) : component;
        }
    }

    private static String command(String text) {
        int start = 2;
        while (text.startsWith("+ ", start)) {
            start += 2;
        }
        return text.substring(start);
    }

    /** A line of a trace, and not one that a comparison adds. */
    private boolean isTraced(String text) {
        return text.startsWith("+ ")
                && text.length() > 2
                && text.charAt(2) != ' '
                && COMPARED.stream().noneMatch(previous::startsWith);
    }

    /** Tells whether the last line is one of the trace. */
    boolean isOwn() {
        return own;
    }

    /** The commands of the section so far. */
    Steps steps() {
        return steps;
    }

    /** How many sections began so far. */
    int index() {
        return index;
    }

    /** The section's name, such as {@code %build}; {@code files} where packages are made; empty before the first. */
    String section() {
        return section;
    }

    /** The number of the line of the last traced command; 0 before the first. */
    long traceLine() {
        return traceLine;
    }

    /** Tells whether a script is running. */
    boolean isInside() {
        return section.startsWith("%");
    }

    /** The values that a rule's sentences can use. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("section", section);
        values.put("trace", trace);
        values.put("folder", folder);
        values.put("component", component);
        values.put("spec", spec);
        return values;
    }

    private void start(String name) {
        index++;
        section = name;
        trace = "";
        folder = "";
        folders.clear();
        begun = false;
        steps.begin();
    }

    private void traced(String command) {
        trace = command;
        if (command.equals(BEGINNING)) {
            begins = true;
            begun = true;
            steps.begin();
        }
        steps.ran(command);
        if (command.startsWith("cd ")) {
            folder = SourcePath.in(folder, command.substring(3).strip().replace("'", ""));
        } else if (command.equals("exit 0") && !section.equals("files") && (begun || !begins)) {
            start("files");
        }
    }

    private void folder(String text) {
        Matcher entering = ENTERING.matcher(text);
        if (entering.find()) {
            folders.push(folder);
            folder = SourcePath.in(folder, entering.group(1));
        } else if (!folders.isEmpty() && LEAVING.matcher(text).find()) {
            folder = folders.pop();
        }
    }
}
