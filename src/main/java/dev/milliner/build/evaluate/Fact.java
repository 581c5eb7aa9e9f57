package dev.milliner.build.evaluate;

import java.util.Optional;

/** What rpm says of a package, by kind; in the order that people are told. */
public enum Fact {
    /** Single values, such as {@code URL: https://greet.invalid}. */
    TAGS("tags"),
    REQUIRES("requires"),
    PROVIDES("provides"),
    RECOMMENDS("recommends"),
    SUGGESTS("suggests"),
    SUPPLEMENTS("supplements"),
    ENHANCES("enhances"),
    CONFLICTS("conflicts"),
    OBSOLETES("obsoletes"),
    /** The lines of its {@code %files}, macros expanded; globs and lists made by the build stay as they are written. */
    FILES("files");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    /** Its name in texts and in JSON. */
    public String word() {
        return word;
    }

    static Optional<Fact> of(String word) {
        for (Fact fact : values()) {
            if (fact.word.equals(word)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }
}
