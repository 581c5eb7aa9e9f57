package dev.milliner.build.run;

import dev.milliner.build.explain.Explainer;
import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.FaultPlace;
import dev.milliner.build.log.Stage;
import dev.milliner.distro.Component;
import dev.milliner.distro.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Why a build failed, with the place at fault as the distro's tree has it. */
final class BuildFailure {
    private static final String SOURCES = "sources/";
    private static final String DESCRIPTION = "description/";

    private final BuildRequest request;

    private BuildFailure(BuildRequest request) {
        this.request = request;
    }

    /** Reads the log of a build that failed in a stage; empty where no tool ran in it. */
    static Optional<Explanation> explain(BuildRequest request, BuildFolder folder, Stage stage) throws IOException {
        Optional<String> tool =
                switch (stage) {
                    case PACKAGES -> Optional.of(maker(request));
                    case REPOSITORY -> Optional.of("createrepo_c");
                    case IMAGE -> Optional.of("kiwi-ng");
                    case CHECK, SOURCES, INSPECT -> Optional.empty();
                };
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        Explanation explanation =
                new Explainer(tool, OptionalInt.of(1), Optional.of(folder.work())).explain(folder.log());
        BuildFailure failure = new BuildFailure(request);
        return Optional.of(explanation.withPlaces(failure::inTheTree));
    }

    private static String maker(BuildRequest request) {
        return switch (request.engine()) {
            case LOCAL -> "rpmbuild";
            case MOCK -> "mock";
            case AZLDEV -> request.target() instanceof BuildTarget.OfComponents ? "azldev" : "rpmbuild";
        };
    }

    /** The prepared sources and the copied description go with the build; what they were made from stays. */
    private FaultPlace inTheTree(FaultPlace place) {
        String file = place.file();
        if (file.startsWith(DESCRIPTION)) {
            return new FaultPlace(description(file.substring(DESCRIPTION.length())), place.line());
        }
        if (!file.startsWith(SOURCES)) {
            return place;
        }
        String prepared = file.substring(SOURCES.length());
        String name = prepared.substring(0, Math.max(0, prepared.indexOf('/')));
        Optional<Component> local = Optional.ofNullable(
                        request.distro().components().get(name))
                .filter(component -> !component.hasOverlays())
                .filter(component -> prepared.equals(name + "/" + name + ".spec"));
        return new FaultPlace(
                local.flatMap(component -> component.spec().path())
                        .map(this::below)
                        .orElse(prepared),
                place.line());
    }

    private String description(String file) {
        Image image = request.distro().images().get(request.name());
        return Optional.ofNullable(image)
                .flatMap(Image::definitionPath)
                .map(path -> below(String.valueOf(Path.of(path).resolveSibling(file))))
                .orElse(file);
    }

    private String below(String path) {
        return request.distro().tree().relative(path);
    }
}
