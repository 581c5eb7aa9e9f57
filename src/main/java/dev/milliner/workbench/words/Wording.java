package dev.milliner.workbench.words;

import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * What the window says, in the words of its one bundle {@code words.properties}, or in the user's own.
 *
 * <p>In a text {@code {0}} to {@code {9}} stand for what is put in; all else is as it is written, quotes too. That is why
 * it is no {@link java.text.MessageFormat}, which takes "can't" for the beginning of a quotation.
 */
public final class Wording {
    /** The name of the user's own words beside the settings. */
    public static final String FILE = "words.properties";

    private static final Map<String, String> TEXTS = ours();
    private static final OwnWords OWN = OwnWords.read(ownFile(), TEXTS);

    static {
        TEXTS.putAll(OWN.words());
    }

    private Wording() {}

    /**
     * A text.
     *
     * @param key its name in the bundle
     * @param arguments what stands at its places
     */
    public static String of(String key, Object... arguments) {
        String text = Objects.requireNonNull(TEXTS.get(key), key);
        return arguments.length == 0 ? text : Places.filled(text, arguments);
    }

    /**
     * A text that depends on a number, which is its {@code {0}}: the one whose key ends in {@code .one}, or in {@code .other}.
     *
     * @param key their name in the bundle without that
     * @param number the number
     * @param more what stands at {@code {1}} and the places after it
     */
    public static String counted(String key, long number, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = Words.number(number);
        System.arraycopy(more, 0, all, 1, more.length);
        return of(key + (number == 1 ? ".one" : ".other"), all);
    }

    /** What of the user's own words does not hold, in sentences. */
    public static List<String> told() {
        return OWN.told();
    }

    /** The same texts for FXML files, which name them as {@code %key}. */
    public static ResourceBundle bundle() {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return of(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(TEXTS.keySet());
            }
        };
    }

    private static Map<String, String> ours() {
        Properties read = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream("/dev/milliner/workbench/" + FILE)),
                StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the window can't be read", e);
        }
        Map<String, String> texts = HashMap.newHashMap(read.size());
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Path ownFile() {
        String named = System.getProperty("milliner.words");
        return named == null ? UserFolder.CONFIGURATION.ours().resolve(FILE) : Path.of(named);
    }
}
