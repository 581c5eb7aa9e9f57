package dev.milliner.build.koji;

import dev.milliner.build.log.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a hub is asked to build. */
public sealed interface KojiRequest {
    /** The component's or the image's name. */
    String name();

    /** The build target, which names the tag to build in and the tag for the result. */
    String target();

    /** Whether the result is thrown away after a while, and counts as no build. */
    boolean scratch();

    /** The client's command and its arguments. Never quiet, as the client then keeps the task's number to itself. */
    List<String> words();

    /** What the hub's task does. */
    String method();

    /** Where the work stands among the stages of a build. */
    Stage stage();

    /** Words that a task's request holds when it came of this one. */
    List<String> marks();

    /**
     * The packages of a component.
     *
     * @param name the component's name
     * @param target the build target
     * @param source where the sources are
     * @param architectures only these, where not empty; a hub takes it for scratch builds only
     * @param scratch whether the result is thrown away
     */
    record ComponentBuild(String name, String target, KojiSource source, List<String> architectures, boolean scratch)
            implements KojiRequest {
        public ComponentBuild {
            architectures = List.copyOf(architectures);
        }

        ComponentBuild withSource(KojiSource other) {
            return new ComponentBuild(name, target, other, architectures, scratch);
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of("build", "--nowait", "--noprogress"));
            if (scratch) {
                words.add("--scratch");
            }
            if (!architectures.isEmpty()) {
                words.add("--arch-override=" + String.join(",", architectures));
            }
            words.addAll(List.of(target, source.word()));
            return words;
        }

        @Override
        public String method() {
            return "build";
        }

        @Override
        public Stage stage() {
            return Stage.PACKAGES;
        }

        @Override
        public List<String> marks() {
            return List.of(
                    target,
                    switch (source) {
                        case KojiSource.Scm scm -> scm.url();
                        // The client uploads it into a folder of a random name.
                        case KojiSource.Upload file -> "/" + file.file().getFileName();
                    });
        }
    }

    /**
     * An image that KIWI makes.
     *
     * @param name the image's name
     * @param target the build target
     * @param url where the description is, as Koji writes it: {@code git+https://host/path?folder#commit}
     * @param description the description's path in there
     * @param profile KIWI's profile, if one
     * @param architectures which to build; all that the tag has where empty
     * @param repositories where to install from in place of the tag's own; {@code $arch} stands for the architecture
     * @param release of the image, if other than the description's
     * @param scratch whether the result is thrown away
     */
    record ImageBuild(
            String name,
            String target,
            String url,
            String description,
            Optional<String> profile,
            List<String> architectures,
            List<String> repositories,
            Optional<String> release,
            boolean scratch)
            implements KojiRequest {
        public ImageBuild {
            architectures = List.copyOf(architectures);
            repositories = List.copyOf(repositories);
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of("kiwi-build", "--nowait", "--noprogress"));
            if (scratch) {
                words.add("--scratch");
            }
            architectures.forEach(one -> words.add("--arch=" + one));
            profile.ifPresent(one -> words.add("--kiwi-profile=" + one));
            repositories.forEach(one -> words.add("--repo=" + one));
            release.ifPresent(one -> words.add("--release=" + one));
            words.addAll(List.of(target, url, description));
            return words;
        }

        @Override
        public String method() {
            return "kiwiBuild";
        }

        @Override
        public Stage stage() {
            return Stage.IMAGE;
        }

        @Override
        public List<String> marks() {
            return List.of(target, url, description);
        }
    }

    /** A build of a source package that lies on this host; hubs take it as a scratch build. */
    static ComponentBuild scratch(String name, String target, Path sourcePackage) {
        return new ComponentBuild(name, target, new KojiSource.Upload(sourcePackage), List.of(), true);
    }
}
