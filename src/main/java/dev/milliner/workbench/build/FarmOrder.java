package dev.milliner.workbench.build;

import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.koji.KojiRequest;
import dev.milliner.build.koji.KojiSource;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants a farm to build.
 *
 * @param isImage an image, or else a component's packages
 * @param name its name
 * @param profile the profile that names the hub
 * @param target the build target
 * @param scratch whether the result is thrown away after a while
 * @param commit the commit, as Koji writes it; empty for the tree as it is on the screen
 * @param architectures only these, where not empty
 */
record FarmOrder(
        boolean isImage,
        String name,
        String profile,
        String target,
        boolean scratch,
        Optional<String> commit,
        List<String> architectures) {
    FarmOrder {
        architectures = List.copyOf(architectures);
    }

    /** What is missing or wrong, in a sentence; empty where it can be sent. */
    Optional<String> problem(Distro distro) {
        return Optional.ofNullable(subjectProblem(distro)).or(() -> Optional.ofNullable(farmProblem()));
    }

    private @org.jspecify.annotations.Nullable String subjectProblem(Distro distro) {
        if (name.isEmpty()) {
            return isImage
                    ? Wording.of("build.farm-order.choose-image")
                    : Wording.of("build.farm-order.name-component");
        }
        if (isImage && description(distro).isEmpty()) {
            return distro.images().containsKey(name)
                    ? Wording.of("build.farm-order.image-no-description", name)
                    : Wording.of("build.farm-order.distro-no-image", name);
        }
        return isImage || distro.components().containsKey(name)
                ? null
                : Wording.of("build.farm-order.distro-no-component", name);
    }

    private @org.jspecify.annotations.Nullable String farmProblem() {
        if (profile.isEmpty()) {
            return Wording.of("build.farm-order.choose-profile-hub");
        }
        if (target.isEmpty()) {
            return Wording.of("build.farm-order.choose-build-target");
        }
        if (commit.isPresent() && !commit.get().matches("\\S+://\\S+#\\S+")) {
            return Wording.of("build.farm-order.say-commit-git");
        }
        return !isImage && !scratch && !architectures.isEmpty()
                ? Wording.of("build.farm-order.hubs-take-architectures")
                : null;
    }

    private Optional<String> description(Distro distro) {
        return Optional.ofNullable(distro.images().get(name))
                .flatMap(Image::definitionPath)
                .filter(path -> !path.startsWith("/"));
    }

    /** The request with a source package that stands for the one that is made of the tree. */
    KojiRequest preview(Distro distro) {
        return request(distro, Path.of(name + ".src.rpm"));
    }

    /**
     * The request.
     *
     * @param sourcePackage the source package of the tree; not looked at where a commit is built
     */
    KojiRequest request(Distro distro, Path sourcePackage) {
        if (!isImage) {
            KojiSource source = commit.map(KojiSource::of).orElseGet(() -> new KojiSource.Upload(sourcePackage));
            return new KojiRequest.ComponentBuild(name, target, source, architectures, scratch);
        }
        return new KojiRequest.ImageBuild(
                name,
                target,
                commit.orElse(""),
                description(distro).orElse(""),
                Optional.ofNullable(distro.images().get(name)).flatMap(Image::profile),
                architectures,
                List.of(),
                Optional.empty(),
                scratch);
    }

    /** What is built, for the history; reads the whole tree, so not to be asked on the JavaFX thread. */
    FarmOrigin origin(Distro distro) {
        return commit.map(url -> FarmOrigin.ofSource(distro.tree().root().toString(), url, architectures))
                .orElseGet(() -> FarmOrigin.ofTree(distro, architectures));
    }
}
