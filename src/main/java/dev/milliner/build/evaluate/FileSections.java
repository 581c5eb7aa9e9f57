package dev.milliner.build.evaluate;

import dev.milliner.spec.SectionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code %files} sections of a spec whose macros are expanded. */
final class FileSections {
    private FileSections() {}

    /**
     * The lines of each package's sections, {@code -f LIST} for a list that the build makes.
     *
     * @param text the spec
     * @param main the name of the main package
     */
    static Map<String, List<String>> of(String text, String main) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String plain = line.strip().replaceAll("\\s+", " ");
            String[] words = plain.split(" ");
            if (SectionKind.startsSection(words[0])) {
                boolean isFiles = SectionKind.of(words[0])
                        .filter(SectionKind.FILES::equals)
                        .isPresent();
                current = isFiles ? header(files, words, main) : new ArrayList<>();
            } else if (!plain.isEmpty() && !plain.startsWith("#")) {
                current.add(plain);
            }
        }
        return files;
    }

    private static List<String> header(Map<String, List<String>> files, String[] words, String main) {
        Optional<String> name = Optional.empty();
        List<String> lists = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean more = i + 1 < words.length;
            if (words[i].equals("-n") && more) {
                name = Optional.of(words[++i]);
            } else if (words[i].equals("-f") && more) {
                lists.add("-f " + words[++i]);
            } else if (!words[i].startsWith("-")) {
                name = Optional.of(main + "-" + words[i]);
            }
        }
        List<String> section = files.computeIfAbsent(name.orElse(main), one -> new ArrayList<>());
        section.addAll(lists);
        return section;
    }
}
