package dev.milliner.build.mock;

import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.MockCheck;
import dev.milliner.build.rpm.PackageFiles;
import dev.milliner.build.rpm.PackageMaker;
import dev.milliner.build.rpm.PackagePlan;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.distro.Component;
import dev.milliner.ground.ShellWords;
import dev.milliner.ground.ToolCommand;
import dev.milliner.rpm.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes packages with mock: first the source package, then from it the others, each in a clean root. Packages made
 * earlier are served to later components by a repository for each.
 *
 * @param plan what is built
 * @param root where mock builds
 */
public record MockMaker(PackagePlan plan, MockRoot root) implements PackageMaker {
    /** Each root takes some gigabytes. */
    private static final int MOST_AT_ONCE = 2;

    private static final int MOST_ERRORS = 1000;

    @Override
    public List<HostFinding> needs() {
        List<HostFinding> findings =
                new ArrayList<>(MockCheck.of(root.config(), plan.folder().path()));
        findings.addAll(plan.needsOfOrder());
        return findings;
    }

    @Override
    public void prepare(BuildRequest request) throws IOException {
        BuildFolder.unpack("leash.py", plan.folder().leash());
        Files.writeString(plan.folder().mockMacros(), macros(request.level()));
        for (Component component : plan.components()) {
            Files.createDirectories(sources(component.name()));
            Files.createDirectories(results(component.name()));
        }
    }

    /** What Fedora's flags, and those that are made after them, take a level from. */
    public static String macros(Level level) {
        return level == Level.V1
                ? "%__cflags_arch_x86_64_level %{nil}\n"
                : """
                %%__cflags_arch_x86_64_level -%s
                %%_distro_extra_ldflags -Wl,-z,%s
                """.formatted(level.shortName(), level.compilerName());
    }

    @Override
    public int most() {
        return Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public List<String> lines(String component, Set<String> before) {
        Path prepared = plan.folder().sources().resolve(component);
        List<String> source = words(component, before, sources(component));
        source.addAll(
                List.of("--buildsrpm", "--spec", plan.spec(component).toString(), "--sources", prepared.toString()));
        List<String> build = words(component, before, results(component));
        build.add("--rebuild");
        return List.of(
                ShellWords.of(source),
                // Only mock knows what it has called the source package.
                ShellWords.of(build) + " " + ShellWords.of(List.of(sources(component) + "/")) + "*.src.rpm");
    }

    private List<String> words(String component, Set<String> before, Path results) {
        List<String> words = new ArrayList<>(root.words(component));
        words.addAll(List.of("--macro-file", plan.folder().mockMacros().toString()));
        before.stream()
                .sorted()
                .forEach(other -> words.add(
                        "--addrepo=file://" + plan.folder().repository().resolve(other)));
        words.addAll(List.of("--resultdir", results.toString()));
        return words;
    }

    @Override
    public Optional<String> last(String component) {
        return Optional.of(root.scrub(component));
    }

    @Override
    public ToolCommand command(String component, Set<String> before) {
        return root.leashed(
                component, lines(component, before), plan.folder().sources().resolve(component));
    }

    private Path sources(String component) {
        return plan.folder().mock().resolve(component).resolve("srpm");
    }

    private Path results(String component) {
        return plan.folder().mock().resolve(component).resolve("rpm");
    }

    @Override
    public List<Path> logs(String component) {
        return Stream.of(sources(component), results(component))
                .flatMap(folder -> Stream.of(folder.resolve("root.log"), folder.resolve("build.log")))
                .toList();
    }

    @Override
    public List<Path> made(String component) throws IOException {
        return PackageFiles.below(results(component));
    }

    @Override
    public boolean servesPackages() {
        return true;
    }

    @Override
    public BuildFailed failure(String component, int status, Collection<String> last) {
        return MockStatus.of(status).failure(component, said(component, last), root.config());
    }

    /** rpmbuild's errors, however long its log is, and what mock wrote where rpmbuild did not come to its turn. */
    private List<String> said(String component, Collection<String> last) {
        List<String> lines = new ArrayList<>();
        for (Path folder : List.of(sources(component), results(component))) {
            try (BufferedReader log = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(folder.resolve("build.log")), StandardCharsets.UTF_8))) {
                log.lines().filter(MockStatus::isTelling).limit(MOST_ERRORS).forEach(lines::add);
            } catch (IOException | UncheckedIOException none) {
                // It failed before it built.
            }
        }
        lines.addAll(last);
        return lines;
    }
}
