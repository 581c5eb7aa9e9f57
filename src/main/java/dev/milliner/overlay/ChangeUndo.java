package dev.milliner.overlay;

import dev.milliner.spec.GoText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes back what a change did to sources, where the change itself says how: what it put there is taken away. Sources count
 * as those before only where the change turns them into the very ones after it, and no others that it says do.
 */
final class ChangeUndo {
    private static final Pattern TAG = Pattern.compile("\\s*([A-Za-z0-9]+)\\s*:\\s*(.*?)\\s*");

    private final String specPath;
    private final Applier applier;

    ChangeUndo(String specPath, SourceReader reader) {
        this.specPath = specPath;
        this.applier = new Applier(specPath, reader);
    }

    /** The sources before a change, or empty where it does not say what they were. */
    Optional<Sources> before(Change change, Sources after) {
        Optional<Sources.Asked> asked = applier.asked(change);
        return asked.isPresent()
                ? after.unchanged().of(asked.get(), () -> workedOut(change, after))
                : workedOut(change, after);
    }

    private Optional<Sources> workedOut(Change change, Sources after) {
        Iterator<Sources> guesses = guesses(change, after)
                .filter(guess -> leadsTo(change, guess, after))
                .iterator();
        if (!guesses.hasNext()) {
            return Optional.empty();
        }
        Sources found = guesses.next();
        while (guesses.hasNext()) {
            if (!guesses.next().equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private boolean leadsTo(Change change, Sources before, Sources after) {
        try {
            return applier.applyAnew(change, before).equals(after);
        } catch (OverlayException unfit) {
            return false;
        }
    }

    private Stream<Sources> guesses(Change change, Sources after) {
        return switch (change) {
            case Change.PrependLines c -> withoutLines(after, c.lines());
            case Change.AppendLines c -> withoutLines(after, c.lines());
            case Change.AddTag c -> withoutTag(after, c.tag()::equalsIgnoreCase, c.value());
            case Change.InsertTag c -> withoutTag(after, c.tag()::equalsIgnoreCase, c.value());
            case Change.AddPatch c ->
                Stream.concat(
                                withoutTag(after, name -> GoText.lower(name).startsWith("patch"), c.file()),
                                withoutLines(after, List.of(c.file())))
                        .map(sources -> sources.without(c.file()));
            case Change.PrependToFiles c -> Stream.of(withoutFirstLines(after, c.glob(), c.lines()));
            case Change.AddFile c -> Stream.of(after.without(c.file()));
            case Change.SearchReplace c -> onSpec(after, text -> unreplaced(text, c.regex(), c.replacement()));
            case Change.ReplaceInFiles c -> inFiles(after, c);
            // What these took away, or wrote over, nobody knows.
            case Change.SetTag c -> Stream.empty();
            case Change.UpdateTag c -> Stream.empty();
            case Change.RemoveTag c -> Stream.empty();
            case Change.RemoveSection c -> Stream.empty();
            case Change.RemoveSubpackage c -> Stream.empty();
            case Change.RemovePatch c -> Stream.empty();
            case Change.RemoveFiles c -> Stream.empty();
            case Change.RenameFile c -> Stream.empty();
            case Change.InArchive c -> Stream.of(after);
        };
    }

    /** What texts a spec's text can have come from. */
    private interface TextGuesses {
        Stream<String> of(String text);
    }

    private Stream<Sources> onSpec(Sources after, TextGuesses guesses) {
        return after.file(specPath).stream()
                .flatMap(spec -> guesses.of(spec.text()).map(text -> after.with(specPath, spec.withText(text))));
    }

    /** Where more than one file says what was put there, each may have said it before. */
    private static Stream<Sources> inFiles(Sources after, Change.ReplaceInFiles change) {
        List<String> saying = after.matching(change.glob()).stream()
                .filter(path -> after.file(path).orElseThrow().text().contains(change.replacement()))
                .toList();
        if (saying.size() != 1) {
            return Stream.empty();
        }
        SourceFile file = after.file(saying.getFirst()).orElseThrow();
        return unreplaced(file.text(), change.regex(), change.replacement())
                .map(text -> after.with(saying.getFirst(), file.withText(text)));
    }

    private Stream<Sources> withoutLines(Sources after, List<String> added) {
        List<String> block = added.stream()
                .flatMap(line -> Arrays.stream(line.split("\n", -1)))
                .toList();
        return onSpec(after, text -> {
            List<String> lines = List.of(text.split("\n", -1));
            return IntStream.rangeClosed(0, lines.size() - block.size())
                    .filter(at -> lines.subList(at, at + block.size()).equals(block))
                    .mapToObj(at -> without(lines, at, block.size()));
        });
    }

    private Stream<Sources> withoutTag(Sources after, Predicate<String> name, String value) {
        return onSpec(after, text -> {
            List<String> lines = List.of(text.split("\n", -1));
            return IntStream.range(0, lines.size())
                    .filter(at -> isTag(lines.get(at), name, value))
                    .mapToObj(at -> without(lines, at, 1));
        });
    }

    private static boolean isTag(String line, Predicate<String> name, String value) {
        if (!line.contains(value.strip())) {
            return false;
        }
        Matcher tag = TAG.matcher(line);
        return tag.matches() && name.test(tag.group(1)) && tag.group(2).equals(value.strip());
    }

    private static String without(List<String> lines, int at, int count) {
        List<String> left = new ArrayList<>(lines);
        left.subList(at, at + count).clear();
        return String.join("\n", left);
    }

    private static Sources withoutFirstLines(Sources after, String glob, List<String> lines) {
        String added = String.join("\n", lines) + "\n";
        Sources before = after;
        for (String path : after.matching(glob)) {
            SourceFile file = after.file(path).orElseThrow();
            if (file.text().startsWith(added)) {
                before = before.with(path, file.withText(file.text().substring(added.length())));
            }
        }
        return before;
    }

    /** Only an expression that matches one text alone says what was replaced, and only one place says where. */
    private static Stream<String> unreplaced(String text, String regex, String replacement) {
        int at = replacement.isEmpty() ? -1 : text.indexOf(replacement);
        boolean once = at >= 0 && text.indexOf(replacement, at + 1) < 0;
        return Replacements.literal(regex).filter(plain -> once).stream()
                .map(plain -> text.substring(0, at) + plain + text.substring(at + replacement.length()));
    }
}
