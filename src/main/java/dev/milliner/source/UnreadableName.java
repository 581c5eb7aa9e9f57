package dev.milliner.source;

/** What there is to say of a name on the disk that is no text, so that nothing can be asked for by it. */
public final class UnreadableName {
    private static final String USUAL = "UTF-8";

    private UnreadableName() {}

    /** The second half of a sentence about the name, and what to do. */
    public static String words() {
        String encoding = System.getProperty("sun.jnu.encoding", USUAL);
        return "is no text in " + encoding + ". Give it another name"
                + (encoding.equals(USUAL) ? "." : ", or set LC_ALL=C.UTF-8.");
    }
}
