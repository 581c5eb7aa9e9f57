package dev.milliner.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of a document: a line of an indented block, or a span in the text. A block whose lines cannot be run by a
 * test has a mark above it, which readers do not see: {@code <!-- not run: WHY -->}, or {@code <!-- run by CLASS: WHY -->}.
 *
 * @param document the document
 * @param number the line's, from 1
 * @param text the command
 * @param block whether it stands in a block, to be typed as it is
 * @param mark what stands above the block
 */
record DocumentedLine(Path document, int number, String text, boolean block, Optional<String> mark) {
    /** Why a block is not run. */
    static final Pattern MARK = Pattern.compile("<!-- (?:not run|run by ([\\w/.-]+)): (\\S.*) -->");

    private static final String PROGRAMS = "(?:(?:installer/)?milliner|sh|mvn|java|git|azldev|koji|dnf|apt-get)";
    private static final Pattern BLOCK = Pattern.compile(" {4}(" + PROGRAMS + " .*)");
    private static final Pattern SPAN = Pattern.compile("`(" + PROGRAMS + " [^`]+)`");

    /** All of the documents. */
    static List<DocumentedLine> all() throws IOException {
        List<DocumentedLine> found = new ArrayList<>();
        for (Path document : documents()) {
            read(document, found);
        }
        return found;
    }

    /** The documents that people follow. */
    static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String place : List.of("README.md", "CONTRIBUTING.md", "docs", "sample-distros")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                files.filter(one -> one.toString().endsWith(".md")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private static void read(Path document, List<DocumentedLine> found) throws IOException {
        Optional<String> mark = Optional.empty();
        int number = 0;
        for (String line : Files.readAllLines(document)) {
            number++;
            Matcher block = BLOCK.matcher(line);
            if (block.matches()) {
                found.add(new DocumentedLine(document, number, block.group(1), true, mark));
            } else if (MARK.matcher(line).matches()) {
                mark = Optional.of(line);
            } else if (!line.isBlank() && !line.startsWith("    ")) {
                mark = Optional.empty();
                Matcher span = SPAN.matcher(line);
                while (span.find()) {
                    found.add(new DocumentedLine(document, number, span.group(1), false, mark));
                }
            }
        }
    }

    /** What stands behind Milliner's name; empty where it is a command of another program. */
    Optional<String> ofMilliner() {
        Matcher ours =
                Pattern.compile("(?:installer/)?milliner (.*?)(?:  +.*)?").matcher(text);
        return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return document + ":" + number + ": " + text;
    }
}
