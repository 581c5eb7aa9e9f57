package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import java.util.List;
import java.util.Optional;

/** What becomes of a component's prepared sources. */
public sealed interface SourceChange {
    /** What the effect is shown on. */
    enum Basis {
        /** Upstream's own sources. */
        UPSTREAM("upstream"),
        /** The files beside a spec of the tree. */
        LOCAL("local"),
        /** The spec as the state before has it rendered. */
        RENDERED("rendered");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /** It in a word. */
        public String word() {
            return word;
        }
    }

    /** What the rendered spec of the state after is, held against what its definitions give. */
    enum Rendering {
        /** There is none, or what it should be can't be told. */
        UNKNOWN,
        /** It is what the definitions give. */
        AS_DEFINED,
        /** It is still as it was, and has to be rendered again. */
        FORGOTTEN,
        /** It is neither what it was nor what the definitions give: edited by hand, or rendered from something else. */
        OTHERWISE
    }

    /**
     * Files that differ; none where there is no effect, which is then proved.
     *
     * @param component the component's name
     * @param files the files
     * @param basis what the effect is shown on
     * @param fault why the sources can't be prepared any more; empty where they can
     * @param rendering what the rendered spec of the state after is
     */
    record Known(String component, List<FileChange> files, Basis basis, Optional<String> fault, Rendering rendering)
            implements SourceChange {}

    /**
     * Nobody can tell.
     *
     * @param why why, in a sentence
     * @param isRenderedFirst whether it is rendered in the state after, and was not in the one before
     */
    record Unknown(String component, String why, boolean isRenderedFirst) implements SourceChange {}

    /** The component's name. */
    String component();
}
