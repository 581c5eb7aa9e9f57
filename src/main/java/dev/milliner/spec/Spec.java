package dev.milliner.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An RPM spec file as azldev sees it: lines in sections. Immutable; macros and conditionals are left as they are.
 *
 * @param lines without their ends
 */
public record Spec(List<String> lines) {
    /** azldev cannot read a spec with a longer line than this, in bytes. */
    private static final int LONGEST_LINE = 64 * 1024;

    /** A spec of lines. */
    public Spec {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a spec. A carriage return before a line's end is dropped, as azldev does.
     *
     * @throws SpecEditException when a line is too long
     */
    public static Spec parse(String text) throws SpecEditException {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() >= LONGEST_LINE / 4 && ByteText.encode(line).length >= LONGEST_LINE) {
                throw new SpecEditException("line " + (i + 1) + " is too long: token too long");
            }
            if (line.endsWith("\r")) {
                lines.set(i, line.substring(0, line.length() - 1));
            }
        }
        return new Spec(lines);
    }

    /** The whole text; every line ends with a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Reads a plain spec: one whose text is {@link #text} again, letter by letter, and the same as another's only where the
     * bytes are the same.
     *
     * @return it, or empty where a line's end, a binary letter or a byte that is no UTF-8 makes it another
     */
    public static Optional<Spec> plain(String text) {
        if (!text.endsWith("\n") || text.indexOf('\r') >= 0) {
            return Optional.empty();
        }
        try {
            Spec spec = parse(text);
            return spec.isPlain(new Spec(List.of())) ? Optional.of(spec) : Optional.empty();
        } catch (SpecEditException tooLong) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether it is {@link #plain} when it is read from its text: no value with a line's end was put into it.
     *
     * @param known another one that is; what they share is not looked at
     */
    public boolean isPlain(Spec known) {
        int from = ListDifference.sharedStart(known.lines, lines);
        int to = lines.size() - ListDifference.sharedEnd(known.lines, lines, from);
        return lines.subList(from, to).stream().allMatch(Spec::isPlain);
    }

    private static boolean isPlain(String line) {
        return line.length() < LONGEST_LINE / 4
                && line.indexOf('\n') < 0
                && line.indexOf('\r') < 0
                && line.indexOf('\0') < 0
                && !ByteText.mayHoldStray(line);
    }

    /** Every line with what it is and where it stands. */
    public List<SpecRead> read() {
        List<SpecRead> reads = new ArrayList<>(lines.size());
        Section section = Section.PREAMBLE;
        for (int number = 0; number < lines.size(); number++) {
            SpecLine line = SpecLine.of(lines.get(number), section);
            if (line instanceof SpecLine.Header header) {
                section = header.section();
            }
            reads.add(new SpecRead(number, lines.get(number), line, section));
        }
        return reads;
    }

    /** Tells whether there is a section with this name, written the same way. */
    public boolean hasSection(String name) {
        return read().stream()
                .anyMatch(read -> read.line() instanceof SpecLine.Header
                        && read.section().name().equals(name));
    }

    /** A spec with lines inserted before a line, counted from 0. */
    Spec inserted(int at, List<String> added) {
        List<String> changed = new ArrayList<>(lines);
        changed.addAll(at, added);
        return new Spec(changed);
    }
}
