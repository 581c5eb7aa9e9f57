package dev.milliner.workbench.image;

import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;

/** What an image can be compared with. */
sealed interface Other {
    /** As menus and headings call it. */
    String label();

    /**
     * The same image as a commit has it.
     *
     * @param reference a commit, branch or tag
     */
    record Commit(String reference) implements Other {
        /** The commit that the work tree stands on. */
        static final Commit HEAD = new Commit("HEAD");

        @Override
        public String label() {
            return reference;
        }
    }

    /** Another image of the distro. */
    record OtherImage(String name) implements Other {
        @Override
        public String label() {
            return name;
        }
    }

    /** The same image with another profile of its description. */
    record OtherProfile(String name) implements Other {
        @Override
        public String label() {
            return Wording.of("image.other.profile", name);
        }
    }

    /**
     * The same image for another architecture.
     *
     * @param architecture with a level if wanted, such as {@code x86_64_v3}
     */
    record OtherArchitecture(String architecture) implements Other {
        @Override
        public String label() {
            return architecture;
        }
    }

    /** A built image. */
    record Artifact(Path file) implements Other {
        @Override
        public String label() {
            return String.valueOf(file.getFileName());
        }
    }
}
