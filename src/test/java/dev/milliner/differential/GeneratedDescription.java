package dev.milliner.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A KIWI description with what it includes, and the question put to it, made from a seed. Half of them have something in
 * them that does not belong there.
 *
 * @param text the description
 * @param parts the files that it may include, by name
 * @param profiles those asked for
 * @param architecture the build host's
 */
record GeneratedDescription(String text, Map<String, String> parts, List<String> profiles, String architecture) {
    static final String NAME = "d.kiwi";

    static GeneratedDescription of(long seed) {
        Dice dice = new Dice(seed);
        GeneratedElements elements = GeneratedElements.of(dice);
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : List.of("a.xml", "b.xml")) {
            if (!dice.oneIn(15)) {
                parts.put(name, part(dice, elements, name));
            }
        }
        List<String> profiles = new ArrayList<>();
        while (dice.oneIn(elements.profiles().isEmpty() ? 20 : 2) && profiles.size() < 3) {
            profiles.add(elements.profile());
        }
        return new GeneratedDescription(elements.image(), parts, profiles, dice.oneIn(4) ? "aarch64" : "x86_64");
    }

    private static String part(Dice dice, GeneratedElements elements, String name) {
        if (dice.oneIn(50)) {
            return dice.of("<image>", "<config><packages type=\"image\"/></config>", "", "<image/>");
        }
        StringBuilder text = new StringBuilder("<image schemaversion=\"7.4\" name=\"part\">\n");
        for (int i = dice.below(3); i >= 0; i--) {
            text.append(elements.packages());
        }
        if (dice.oneIn(4)) {
            text.append(elements.repository());
        }
        if (dice.oneIn(50)) {
            text.append("<include from=\"this://")
                    .append(name.equals("a.xml") ? "b.xml" : "a.xml")
                    .append("\"/>");
        }
        if (dice.oneIn(50)) {
            text.append("<description type=\"system\"><author>x</author><contact>x</contact><specification>x"
                    + "</specification></description>");
        }
        return text + "</image>\n";
    }

    /** Writes it; the folder is made. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            Files.writeString(folder.resolve(part.getKey()), part.getValue());
        }
        return Files.writeString(folder.resolve(NAME), text);
    }
}
