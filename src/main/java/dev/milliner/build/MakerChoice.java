package dev.milliner.build;

import dev.milliner.build.azldev.AzldevMaker;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.mock.MockMaker;
import dev.milliner.build.mock.MockRoot;
import dev.milliner.build.rpm.PackageMaker;
import dev.milliner.build.rpm.PackagePlan;
import dev.milliner.build.rpm.RpmbuildMaker;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;

/** Who makes the packages of a build. */
final class MakerChoice {
    private MakerChoice() {}

    /** The one that a build uses. */
    static PackageMaker of(BuildRequest request, PackagePlan plan) throws BuildFailed {
        if (request.architecture() == PackageArchitecture.LEVEL && request.engine() != EngineKind.LOCAL) {
            throw new BuildFailed(
                    request.engine().label() + " is not told of an architecture of packages here",
                    "leave out --arch-tag, or build with --engine local");
        }
        return switch (request.engine()) {
            case LOCAL -> new RpmbuildMaker(plan, request.level(), request.architecture());
            case MOCK -> new MockMaker(plan, MockRoot.of(request, plan.folder()));
            case AZLDEV ->
                switch (request.target()) {
                    case BuildTarget.OfImage image -> new RpmbuildMaker(plan, request.level(), request.architecture());
                    case BuildTarget.OfComponents components ->
                        new AzldevMaker(plan, MockRoot.of(request, plan.folder()));
                };
        };
    }
}
