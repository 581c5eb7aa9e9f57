package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import dev.milliner.build.explain.Rule.PlaceRule;
import dev.milliner.ground.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The ways to find a line of a file. Lines count from 1. */
final class Probes {
    private Probes() {}

    static OptionalInt line(PlaceRule rule, InputFile file, Map<String, String> values, SourceArchives archives) {
        return switch (rule.probe()) {
            case FIND -> find(rule, file, values);
            case TRACE -> trace(file, rule.section().with(values), rule.find().with(values));
            case XML -> xml(file);
            case HUNK ->
                PatchHunks.of(file.lines(), values.getOrDefault("file", ""), archives)
                        .failing();
            case LISTED -> listed(file, rule.find().with(values));
        };
    }

    private static OptionalInt find(PlaceRule rule, InputFile file, Map<String, String> values) {
        List<String> lines = file.lines();
        SpecText spec = new SpecText(lines);
        String section = rule.section().with(values);
        int start = section.isEmpty() ? 0 : spec.start(section);
        int end = section.isEmpty() ? lines.size() : spec.end(start);
        Pattern pattern = Pattern.compile(rule.find().asPattern(values));
        for (int i = Math.max(0, start); start >= 0 && i < end; i++) {
            if (pattern.matcher(lines.get(i)).find()
                    || (file.name().endsWith(".spec")
                            && pattern.matcher(spec.expanded(i)).find())) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The line of a section that shares most words with a command; the section's header where none shares any. */
    private static OptionalInt trace(InputFile file, String section, String command) {
        List<String> lines = file.lines();
        SpecText spec = new SpecText(lines);
        int start = spec.start(section);
        if (start < 0) {
            return OptionalInt.empty();
        }
        Set<String> words = words(command);
        int best = start;
        double most = 0;
        for (int i = start + 1; i < spec.end(start); i++) {
            Set<String> own = words(spec.expanded(i));
            double all = own.size();
            own.retainAll(words);
            double shared = own.isEmpty() ? 0 : own.size() + own.size() / all;
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return OptionalInt.of(best + 1);
    }

    /** The last line of a %files section whose pattern matches a path. */
    private static OptionalInt listed(InputFile file, String path) {
        List<String> lines = file.lines();
        SpecText spec = new SpecText(lines);
        int start = spec.start("%files");
        int found = -1;
        for (int i = start + 1; start >= 0 && i < spec.end(start); i++) {
            String[] words = spec.expanded(i).strip().split("\\s+", -1);
            if (matches(words[words.length - 1], path)) {
                found = i;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found + 1);
    }

    private static boolean matches(String listed, String path) {
        if (!listed.startsWith("/") || path.startsWith(listed + "/")) {
            return listed.startsWith("/");
        }
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + listed);
            return matcher.matches(Path.of(path));
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9.-]+", -1)) {
            if (word.length() > 1) {
                words.add(word);
            }
        }
        return words;
    }

    private static OptionalInt xml(InputFile file) {
        try {
            SafeXml.document(new InputSource(new ByteArrayInputStream(file.bytes())));
            return OptionalInt.empty();
        } catch (SAXParseException broken) {
            return OptionalInt.of(Math.max(1, broken.getLineNumber()));
        } catch (SAXException | IOException unreadable) {
            return OptionalInt.of(1);
        }
    }
}
