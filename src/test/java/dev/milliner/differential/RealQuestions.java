package dev.milliner.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of a real description: without a profile, and with each of its own. */
final class RealQuestions {
    private static final Pattern PROFILE = Pattern.compile("<profile\\b[^>]*?\\sname=\"([^\"\\t\\n,]+)\"");

    private RealQuestions() {}

    static List<List<String>> of(Path file) {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        try {
            Matcher found = PROFILE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            while (found.find()) {
                all.add(List.of(found.group(1)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
