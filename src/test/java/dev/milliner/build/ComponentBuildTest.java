package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Tools;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.log.LogIndex;
import dev.milliner.build.log.LoggedLine;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.ToolAnswer;
import dev.milliner.rpm.Level;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Components are really built, in the order that their requirements ask for, and told apart in the log. */
@Timeout(180)
class ComponentBuildTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<BuildEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void needTools() {
        Tools.needed();
    }

    private void component(String name, String tags, String build) throws IOException {
        Path at = Files.createDirectories(folder.resolve("root").resolve(name));
        Files.writeString(at.resolve(name + ".spec"), """
                        Name: %s
                        Version: 1
                        Release: 1
                        Summary: A test
                        License: MIT
                        %s
                        %%description
                        A test.
                        %%build
                        %s
                        %%files
                        """.formatted(name, tags, build));
    }

    private Distro distro(String... names) throws IOException {
        StringBuilder root = new StringBuilder("""
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                """);
        for (String name : names) {
            root.append("[components.").append(name).append(".spec]\ntype = \"local\"\npath = \"");
            root.append(name).append("/").append(name).append(".spec\"\n");
        }
        Files.writeString(folder.resolve("root/azldev.toml"), root);
        return new DistroLoader().load(new DiskTree(folder.resolve("root")));
    }

    private BuildResult build(Distro distro, String... names) throws IOException, InterruptedException {
        BuildRequest request = new BuildRequest(
                distro,
                new BuildTarget.OfComponents(List.of(names)),
                Level.V3,
                Optional.of(folder.resolve("out")),
                EngineKind.LOCAL);
        return Build.start(request, events::add, new BuildStore(folder.resolve("builds")))
                .await();
    }

    private List<String> texts() {
        return events.stream()
                .filter(LogLine.class::isInstance)
                .map(event -> ((LogLine) event).text())
                .toList();
    }

    @Test
    void whatOthersRequireIsBuiltFirst() throws IOException, InterruptedException {
        component("app", "BuildRequires: lib-devel >= 1", "echo app is built");
        component("lib", "Provides: lib-devel = 1", "sleep 0.2; echo lib is built");
        BuildResult result = build(distro("app", "lib"), "app", "lib");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(texts().indexOf("lib is built")).isPositive().isLessThan(texts().indexOf("app is built"));
        assertThat(result.packages()).extracting(ImagePackage::name).containsExactly("app", "lib");
        assertThat(result.artifacts()).allSatisfy(one -> assertThat(one.path()).isRegularFile());
        assertThat(folder.resolve("out/app-1-1.d1.x86_64.rpm").toFile().exists()
                        || folder.resolve("out/app-1-1.x86_64.rpm").toFile().exists())
                .isTrue();
    }

    @Test
    void packagesSayTheLevelAsTheirArchitectureOnlyWhereRpmKnowsIt() throws IOException, InterruptedException {
        component("app", "", "echo flags: %{optflags}");
        BuildTarget target = new BuildTarget.OfComponents(List.of("app"));
        Path out = folder.resolve("out");
        BuildRequest request = new BuildRequest(distro("app"), target, Level.V3, Optional.of(out), EngineKind.LOCAL)
                .of(PackageArchitecture.LEVEL);
        BuildResult result = Build.start(request, events::add, new BuildStore(folder.resolve("builds")))
                .await();
        if (ToolAnswer.isAtLeast(ToolAnswer.of("rpm", "--version"), 4, 19)) {
            assertThat(result.packages()).extracting(ImagePackage::architecture).containsExactly("x86_64_v3");
            assertThat(texts()).anyMatch(text -> text.startsWith("flags: ") && text.contains("-march=x86-64-v3"));
        } else {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.message()).contains("rpm and v3", "rpm 4.19 or later");
                assertThat(problem.fix()).contains("leave out --arch-tag");
            });
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void noImageIsMadeOfPackagesThatItsPackageManagerRefuses() throws IOException, InterruptedException {
        component("app", "", "true");
        BuildRequest request = BuildRequest.of(distro("app"), "img").of(PackageArchitecture.LEVEL);
        BuildResult result = Build.start(request, events::add, new BuildStore(folder.resolve("builds")))
                .await();
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("x86_64_v3", "DNF refuses them"));
    }

    @Test
    void linesOfBuildsAtTheSameTimeAreNotMixed() throws IOException, InterruptedException {
        String slow = "for i in 1 2 3 4 5 6; do echo %s $i; sleep 0.1; done";
        component("one", "", slow.formatted("one"));
        component("two", "", slow.formatted("two"));
        BuildResult result = build(distro("one", "two"), "one", "two");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        List<String> mine =
                texts().stream().filter(text -> text.matches("(one|two) \\d")).toList();
        assertThat(mine).hasSize(12);
        assertThat(mine.subList(0, 6))
                .allMatch(text -> text.startsWith(mine.getFirst().substring(0, 3)));
    }

    @Test
    void allThatFailAreSaidAndTheCauseIsExplained() throws IOException, InterruptedException {
        component("good", "", "true");
        component("bad", "", "echo 'bad.c:3:1: error: expected identifier'; exit 1");
        BuildResult result = build(distro("good", "bad"), "bad", "good");
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems())
                .extracting(BuildEvent.ProblemFound::message)
                .anyMatch(text -> text.contains("bad"));
        assertThat(result.explanation()
                        .flatMap(one -> one.cause())
                        .orElseThrow()
                        .cause())
                .contains("expected identifier");
    }

    @Test
    void aMillionLinesAreAllThere() throws IOException, InterruptedException {
        component("flood", "", "awk 'BEGIN { for (i = 1; i <= 1000000; i++) print \"line \" i }'");
        BuildResult result = build(distro("flood"), "flood");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        long sum = 0;
        try (LogIndex log = LogIndex.open(result.log())) {
            assertThat(log.grow()).isTrue();
            for (int block = 0; block * LogIndex.BLOCK < log.lines(); block++) {
                for (LoggedLine line : log.block(block)) {
                    sum += line.text().startsWith("line ")
                            ? Long.parseLong(line.text().substring(5))
                            : 0;
                }
            }
        }
        assertThat(sum).isEqualTo(500_000_500_000L);
    }
}
