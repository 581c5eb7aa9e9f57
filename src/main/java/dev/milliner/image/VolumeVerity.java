package dev.milliner.image;

import java.util.List;

/** What is known of the hash tree that dm-verity holds a partition against. */
public sealed interface VolumeVerity {
    /** It has none, and nothing names a root hash for it. */
    record Absent() implements VolumeVerity {}

    /**
     * All its data come to the root hash that is named for it.
     *
     * @param rootHash in hexadecimal
     * @param namedBy what names it, such as {@code /boot/extlinux/extlinux.conf}
     */
    record Matches(String rootHash, List<String> namedBy) implements VolumeVerity {
        /** With a list that nobody changes. */
        public Matches {
            namedBy = List.copyOf(namedBy);
        }
    }

    /**
     * Its data are not as its hash tree or its root hash says.
     *
     * @param why what differs
     */
    record Differs(String why) implements VolumeVerity {}

    /**
     * It has a tree or a root hash, and whether the data match cannot be said.
     *
     * @param why the reason
     */
    record Unsaid(String why) implements VolumeVerity {}

    /** In words, such as {@code verity root hash does not match: …}; empty where there is nothing to say. */
    default String words() {
        return switch (this) {
            case Absent() -> "";
            case Matches matches ->
                "verity root hash matches: " + matches.rootHash() + ", named by "
                        + String.join(" and ", matches.namedBy());
            case Differs differs -> "verity root hash does not match: " + differs.why();
            case Unsaid unsaid -> "whether the verity root hash matches cannot be said: " + unsaid.why();
        };
    }
}
