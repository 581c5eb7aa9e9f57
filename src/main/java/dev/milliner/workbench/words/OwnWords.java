package dev.milliner.workbench.words;

import dev.milliner.ground.FileTrouble;
import dev.milliner.source.BoundedFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The user's own words in place of the window's: a translation, whole or in part.
 *
 * @param words those that hold, by their keys
 * @param told what does not hold, in sentences; they are in English, as what says it otherwise can't be trusted
 */
record OwnWords(Map<String, String> words, List<String> told) {
    private static final long LARGEST = 1 << 20;
    private static final int PLACES = 10;

    /** What a file says; nothing where there is none. Keys that the window does not know say nothing. */
    static OwnWords read(Path file, Map<String, String> ours) {
        try {
            Properties read = new Properties();
            read.load(new StringReader(new String(BoundedFile.read(file, LARGEST), StandardCharsets.UTF_8)));
            return of(read, file, ours);
        } catch (NoSuchFileException none) {
            return new OwnWords(Map.of(), List.of());
        } catch (IOException unreadable) {
            return nothing(FileTrouble.words(file, "can't be read", unreadable));
        } catch (IllegalArgumentException malformed) {
            return nothing(file + " has a \\u that four hexadecimal digits don't follow");
        }
    }

    private static OwnWords nothing(String why) {
        return new OwnWords(Map.of(), List.of("None of your own words holds: " + why + "."));
    }

    private static OwnWords of(Properties read, Path file, Map<String, String> ours) {
        Map<String, String> words = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (String key : read.stringPropertyNames()) {
            String own = read.getProperty(key);
            String text = ours.get(key);
            if (text != null && places(text).containsAll(places(own))) {
                words.put(key, own);
            } else if (text != null) {
                told.add(file + ": the words of " + key + " have a place that nothing is put into. It is \"" + text
                        + "\" in English, which holds.");
            }
        }
        return new OwnWords(words, told);
    }

    /** The places of a text, each once. */
    static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        for (int number = 0; number < PLACES; number++) {
            if (text.contains("{" + number + "}")) {
                places.add("{" + number + "}");
            }
        }
        return places;
    }
}
