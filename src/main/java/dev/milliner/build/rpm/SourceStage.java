package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.Amount;
import dev.milliner.overlay.ArchiveOverlays;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.Lookaside;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prepares the sources of components. */
public final class SourceStage {
    private final BuildRun run;
    private final PackagePlan plan;

    public SourceStage(BuildRun run, PackagePlan plan) {
        this.run = run;
        this.plan = plan;
    }

    public void work() throws BuildFailed, BuildStopped {
        List<Component> components = plan.components();
        for (int i = 0; i < components.size(); i++) {
            run.checkStopped();
            prepare(components.get(i));
            run.progress((i + 1.0) / components.size());
        }
        if (components.isEmpty()) {
            run.log(LogSeverity.INFO, "The image needs no package that this distro builds itself");
        }
    }

    private void prepare(Component component) throws BuildFailed {
        Distro distro = run.request().distro();
        try {
            Sources sources = ComponentSources.of(distro, component);
            OverlayApplication applied =
                    SourcePreparation.apply(Recipe.of(component), sources, ComponentSources.reader(distro));
            if (!applied.succeeded()) {
                throw new BuildFailed(
                        "An overlay of " + component.name() + " does not apply: "
                                + applied.fault().orElse(""),
                        "");
            }
            Path folder = PreparedFolder.of(plan.folder().sources(), component.name());
            PreparedFolder.write(applied.result(), folder);
            Lookaside.fetch(distro, component, sources, folder, message -> run.log(LogSeverity.INFO, message));
            ArchiveOverlays.apply(folder, component.overlays());
            run.log(
                    LogSeverity.INFO,
                    component.name() + ": " + Amount.of(applied.result().files().size(), "file") + ", "
                            + Amount.of(component.overlays().size(), "overlay") + " applied");
        } catch (OverlayException unfit) {
            throw new BuildFailed("An overlay of " + component.name() + " does not apply: " + unfit.reason(), "");
        } catch (SourceUnavailableException | IOException unavailable) {
            throw new BuildFailed("The sources of " + component.name() + " cannot be prepared", unavailable);
        }
    }
}
