package dev.milliner.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was worked out of texts, kept from one edit of a text to the next. Safe for several threads. */
public final class TextMemory {
    private static final int MOST_FILES = 400;

    private final Map<String, TextLines> lines = bounded();
    private final Map<String, Made> made = bounded();

    private volatile @Nullable Letters letters;

    private record Made(String text, Object what) {}

    /** Remembers nothing yet. */
    public TextMemory() {}

    /** The letters of a long list of names, kept while the list is the same one. */
    @SuppressWarnings("ReferenceEquality") // the list is kept from one state of the distro to the next
    Letters letters(List<String> names) {
        Letters known = letters;
        if (known == null || known.names() != names) {
            known = new Letters(names);
            letters = known;
        }
        return known;
    }

    /** The lines of a document. */
    TextLines lines(Document document) {
        TextLines known;
        synchronized (lines) {
            known = lines.get(document.path());
        }
        TextLines now = known == null ? TextLines.of(document.text()) : known.changedTo(document.text());
        synchronized (lines) {
            lines.put(document.path(), now);
        }
        return now;
    }

    /**
     * What is made of a text, made anew only where the text is another.
     *
     * @param name what it is and of which file
     */
    <T> T of(String name, String text, Function<String, T> make) {
        return this.<T>next(name, text, (before, now) -> make.apply(now));
    }

    /**
     * The same, made of what was made of an earlier text where something was.
     *
     * @param make what it is made by: of that, which may be null, and of the text
     */
    @SuppressWarnings("unchecked") // each name stands for one type
    <T> T next(String name, String text, BiFunction<@Nullable T, String, T> make) {
        Made known;
        synchronized (made) {
            known = made.get(name);
        }
        if (known != null && known.text().equals(text)) {
            return (T) known.what();
        }
        T now = make.apply(known == null ? null : (T) known.what(), text);
        synchronized (made) {
            made.put(name, new Made(text, now));
        }
        return now;
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(32, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_FILES;
            }
        };
    }
}
