package dev.milliner.build.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rpm says of a spec that it cannot read. */
final class RpmComplaint {
    private static final String ERROR = "error: ";

    /** {@code line 3: Unknown tag} or {@code greet.spec:3: bad %if condition}; both with or without the file. */
    private static final Pattern PLACED =
            Pattern.compile("(?:([^\\s:]+):(\\d+): |(?:([^\\s:]+): )?line (\\d+): )?(.*)", Pattern.DOTALL);

    private RpmComplaint() {}

    /**
     * The first error; empty where there is none.
     *
     * @param errors what rpm wrote
     * @param folder where the sources lie, which is left out of the words
     * @param spec the spec's file name
     */
    static Optional<SpecAnswer.Unparsable> of(String errors, String folder, String spec) {
        List<String> message = new ArrayList<>();
        for (String line : errors.replace(folder + "/", "").split("\n", -1)) {
            boolean next = line.startsWith(ERROR) || line.startsWith("warning: ");
            if (message.isEmpty() ? line.startsWith(ERROR) : !next) {
                message.add(message.isEmpty() ? line.substring(ERROR.length()) : line);
            } else if (next && !message.isEmpty()) {
                break;
            }
        }
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        placed(String.join(" ", message).replaceAll("\\s+", " ").strip(), spec));
    }

    private static SpecAnswer.Unparsable placed(String message, String spec) {
        Matcher matcher = PLACED.matcher(message);
        if (!matcher.matches()) {
            return new SpecAnswer.Unparsable(message, spec, 0);
        }
        boolean byColons = matcher.group(2) != null;
        String file = byColons ? matcher.group(1) : matcher.group(3);
        String line = byColons ? matcher.group(2) : matcher.group(4);
        return new SpecAnswer.Unparsable(matcher.group(5), file == null ? spec : file, line == null ? 0 : number(line));
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException absurd) {
            return 0;
        }
    }
}
