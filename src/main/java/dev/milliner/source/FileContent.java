package dev.milliner.source;

/** What a tree has under a file's path. What is there and cannot be read is never taken for what is not there. */
public sealed interface FileContent {
    /**
     * A file that could be read.
     *
     * @param text what it says
     */
    record Text(String text) implements FileContent {}

    /** Nothing. */
    record Absent() implements FileContent {}

    /**
     * Something that is no readable file.
     *
     * @param why what is the matter, to follow the file's name: {@code is a folder}
     */
    record Unreadable(String why) implements FileContent {}
}
