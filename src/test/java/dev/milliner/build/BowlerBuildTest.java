package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.history.FileList;
import dev.milliner.build.kiwi.PreviewDifference;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildEvent.StageFinished;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample distro's containers and archives are built and hold what they should. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BowlerBuildTest extends BowlerBuilds {
    @Test
    void theContainerIsBuiltAndHoldsWhatItShould() throws Exception {
        assumeToolsFor("oci");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(CONTAINER, listener);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertEventsInOrder(listener, result);
        assertThat(result.packages())
                .extracting(ImagePackage::name)
                .containsExactly("bowler-release", "brim", "busybox", "filesystem", "greet", "ribbon");
        assertThat(result.level().v3()).isEqualTo(2);
        assertLeftClean(result);
        Inspection inspection = Inspector.inspect(result.artifacts().getFirst().path());
        assertThat(inspection.format()).isEqualTo("oci");
        assertPreviewIsTheBuild(CONTAINER, result, inspection);
        Distro without = distro(changed(
                "images/container/bowler-container.kiwi", "<package name=\"ribbon\"/>", "<package name=\"greet\"/>"));
        assertThat(PreviewDifference.of(preview(without, CONTAINER), inspection).words())
                .contains("in 1 package", "ribbon-", "was not foreseen");
        assertThat(inspection.level()).isEqualTo(result.level());
        assertThat(FileList.read(result.log().resolveSibling(BuildFolder.FILES))
                        .orElseThrow()
                        .files())
                .filteredOn(file -> file.path().equals("/usr/bin/greet"))
                .singleElement()
                .satisfies(file -> assertThat(file.digest()).hasSize(64));
        assertThat(inspection.files())
                .extracting(Inspection.ImageFile::path)
                .contains("/init", "/usr/bin/greet", "/usr/share/greet/motto.txt")
                .doesNotContain("/usr/share/doc/greet/greet.txt");
    }

    @Test
    void theRootArchiveIsBuilt() throws Exception {
        assumeToolsFor("tbz");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(ARCHIVE, listener);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.artifacts().getFirst().kind()).isEqualTo("root_archive");
        Inspection inspection = Inspector.inspect(result.artifacts().getFirst().path());
        assertThat(inspection.format()).isEqualTo("tar");
        assertPreviewIsTheBuild(ARCHIVE, result, inspection);
        assertLeftClean(result);
    }

    @Test
    void theProfileChoosesTheType() throws Exception {
        assumeToolsFor("docker");
        String description = Files.readString(ROOT.resolve("images/root/bowler-root.kiwi"));
        BuildResult result = build(
                ARCHIVE,
                new RecordingListener(event -> {}),
                Map.of(
                        "images/root/bowler-root.kiwi",
                        description
                                .replace(
                                        "  <preferences>",
                                        "  <profiles><profile name=\"small\" description=\"small\"/></profiles>\n"
                                                + "  <preferences profiles=\"small\"><type image=\"docker\">"
                                                + "<containerconfig name=\"bowler/small\"/></type></preferences>\n"
                                                + "  <preferences>")
                                .replace("    <type image=\"tbz\"/>\n", ""),
                        "images/images.toml",
                        Files.readString(ROOT.resolve("images/images.toml"))
                                .replace("root/bowler-root.kiwi\"", "root/bowler-root.kiwi\", profile = \"small\"")
                                .replace("container = false\nmachine", "container = true\nmachine")));
        assertThat(result.outcome()).as(result.problems().toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Inspector.inspect(result.artifacts().getFirst().path()).format())
                .isEqualTo("docker");
    }

    @Test
    void whatADescriptionIncludesIsBuiltAndForeseen() throws Exception {
        assumeToolsFor("oci");
        String file = "images/container/bowler-container.kiwi";
        String text = Files.readString(ROOT.resolve(file));
        String line = "<package name=\"ribbon\"/>";
        assertThat(text).contains(line);
        Map<String, String> buffers = Map.of(
                file,
                text.replace(line, "").replace("</image>", "  <include from=\"this://./more.xml\"/>\n</image>"),
                "images/container/more.xml",
                "<image schemaversion=\"8.0\" name=\"more\">\n  <packages type=\"bootstrap\">" + line
                        + "</packages>\n</image>\n");
        BuildResult result = build(CONTAINER, new RecordingListener(event -> {}), buffers);
        assertOnlyTheHostsBusyboxIsLower(result);
        assertThat(result.packages())
                .extracting(ImagePackage::name)
                .contains("ribbon")
                .hasSize(6);
    }

    private static void assertEventsInOrder(RecordingListener listener, BuildResult result) {
        assertThat(listener.events(StageStarted.class))
                .extracting(StageStarted::stage)
                .containsExactly(Stage.values());
        assertThat(listener.events(StageFinished.class)).allMatch(StageFinished::succeeded);
        List<Double> progress =
                listener.events(Progress.class).stream().map(Progress::fraction).toList();
        assertThat(progress).isSorted().endsWith(1.0);
        assertThat(progress).hasSizeGreaterThan(15);
        List<Long> sequence =
                listener.events(LogLine.class).stream().map(LogLine::sequence).toList();
        assertThat(sequence).isSorted().startsWith(1L).hasSize(Math.toIntExact(sequence.getLast()));
        assertThat(listener.events().getLast()).isEqualTo(new Finished(result));
    }
}
