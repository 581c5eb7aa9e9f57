package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of a packages section.
 *
 * @param kind what it asks for
 * @param name the name it gives
 * @param architectures those it counts for; empty for all
 * @param place where it stands
 */
public record KiwiItem(Kind kind, String name, List<String> architectures, Place place) {
    /** What a line asks for. */
    public enum Kind {
        /** A package to install. */
        PACKAGE("package"),
        /** A package that must not be installed. */
        IGNORE("ignore"),
        /** A group of packages that a repository defines. */
        COLLECTION("namedCollection"),
        /** A module of a repository that is switched on, its stream behind a colon where it has one. */
        MODULE("collectionModule"),
        /** A module that is switched off. */
        NO_MODULE("collectionModule"),
        /** A product, which zypper alone knows. */
        PRODUCT("product");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /** With a list that nobody changes. */
    public KiwiItem {
        architectures = List.copyOf(architectures);
    }

    /**
     * What a line asks for; nothing where it asks for no packages.
     *
     * @param removed whether it stands where packages are taken out
     */
    static Optional<KiwiItem> of(KiwiElement line, boolean removed) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.element.equals(line.name()) && (kind == Kind.NO_MODULE) == isOff(line))
                .findFirst()
                .map(kind -> new KiwiItem(kind, name(kind, line, removed), counted(kind, line), line.place()));
    }

    /** As DNF is given it. */
    String argument() {
        return switch (kind) {
            case COLLECTION -> "@" + name;
            case PACKAGE, IGNORE, MODULE, NO_MODULE, PRODUCT -> name;
        };
    }

    /** KIWI forgives blanks round what is to be installed, and nowhere else. */
    private static String name(Kind kind, KiwiElement line, boolean removed) {
        return switch (kind) {
            case PACKAGE -> removed ? line.value("name") : line.value("name").strip();
            case IGNORE -> line.value("name").strip();
            case COLLECTION, PRODUCT -> line.value("name");
            case NO_MODULE -> line.value("name").strip();
            case MODULE -> {
                String stream = line.value("stream").strip();
                yield line.value("name").strip() + (stream.isEmpty() ? "" : ":" + stream);
            }
        };
    }

    private static boolean isOff(KiwiElement line) {
        return line.name().equals(Kind.NO_MODULE.element)
                && List.of("false", "0").contains(line.value("enable"));
    }

    /** KIWI heeds the architectures of neither modules nor products. */
    private static List<String> counted(Kind kind, KiwiElement line) {
        return switch (kind) {
            case PACKAGE, IGNORE, COLLECTION -> line.architectures();
            case MODULE, NO_MODULE, PRODUCT -> List.of();
        };
    }
}
