package dev.milliner.review;

/** Why a changed file has no effect. */
public enum NoEffect {
    /** Nothing that is compared is made of it. */
    NOT_READ("not read"),
    /** It only lies elsewhere. */
    MOVED("only moved"),
    /** It says the same. */
    LAYOUT("comments and layout"),
    /** It says the same in another order. */
    ORDER("order"),
    /** What it defines is defined the same in another file, before or after. */
    MOVED_LINES("moved lines"),
    /** What it says differently comes to the same. */
    SAME_VALUES("no resolved value differs");

    private final String words;

    NoEffect(String words) {
        this.words = words;
    }

    /** It in a few words. */
    public String words() {
        return words;
    }
}
