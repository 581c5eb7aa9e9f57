package dev.milliner.workbench.report;

import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text is nobody else's business, and is replaced before anybody is shown it.
 *
 * @param home the user's home folder
 * @param user the user's name
 * @param machine the machine's name; empty where it has none
 */
record Hidden(String home, String user, String machine) {
    private static final Path MACHINE = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+@");
    /** All of the line, as what is secret may have spaces in it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|passphrase|token|secret|credential|api[-_]?key|authorization)\\w*[\"']?\\s*[=:]).+");

    /** What this user has to hide. */
    static Hidden here() {
        return new Hidden(UserFolder.home().toString(), System.getProperty("user.name", ""), machineName());
    }

    private static String machineName() {
        try {
            return Files.readString(MACHINE).strip();
        } catch (IOException none) {
            return "";
        }
    }

    /** The text without it. */
    String in(String text) {
        String homeless = home.length() > 1 ? whole(home, text, "~") : text;
        // Root's name tells nothing of anybody, and stands in many words.
        String nameless = user.equals("root") ? homeless : whole(user, homeless, "USER");
        String placeless = machine.equals("localhost") ? nameless : whole(machine, nameless, "MACHINE");
        return NAMED.matcher(IN_ADDRESS.matcher(placeless).replaceAll("…@")).replaceAll("$1 …");
    }

    private static String whole(String word, String text, String instead) {
        if (word.isBlank()) {
            return text;
        }
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(instead));
    }
}
