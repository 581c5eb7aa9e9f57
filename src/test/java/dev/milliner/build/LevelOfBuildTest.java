package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.PrivateHome;
import dev.milliner.ground.HostTools;
import dev.milliner.level.CodeFile;
import dev.milliner.level.CodeFiles;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelEvidence;
import dev.milliner.level.PackageFlags;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The home that a build's tools are given makes them compile for the build's level. */
class LevelOfBuildTest {
    private static final String SPEC = """
            Name: tiny
            Version: 1
            Release: 1%{?dist}
            Summary: Adds numbers
            License: MIT
            %description
            A loop.
            %prep
            %setup -c -T
            %build
            echo 'int main(int c, char **v) { float s[8] = {1}; for (int i = 0; i < 8; i++) s[i] = s[i] * c + c; return s[7]; }' > tiny.c
            gcc %{optflags} %{?build_ldflags} -o tiny tiny.c
            %install
            install -Dm755 tiny %{buildroot}/usr/bin/tiny
            %files
            /usr/bin/tiny
            """;

    @TempDir
    Path folder;

    @Test
    void theSameSourcesBuiltForTwoLevelsShowTwoLevels() throws Exception {
        for (String tool : List.of("rpmbuild", "gcc", "rpm2cpio", "cpio")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        assertThat(needed(Level.V2)).contains(Level.V2);
        assertThat(needed(Level.V3)).contains(Level.V3);
    }

    /** What the built program's note says that it needs. */
    private Optional<Level> needed(Level level) throws Exception {
        BuildFolder build = home(level);
        Path spec = Files.writeString(build.work().resolve("tiny.spec"), SPEC);
        run(build, List.of("rpmbuild", "--nodeps", "-bb", spec.toString()));
        Path made;
        try (Stream<Path> all = Files.walk(build.rpmbuild().resolve("RPMS"))) {
            made = all.filter(file -> file.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(run(build, List.of("rpm", "-qp", "--qf", "%{OPTFLAGS}", made.toString())))
                .contains("-march=" + level.compilerName());
        run(build, List.of("sh", "-c", "cd work && rpm2cpio " + made + " | cpio -idm"));
        Path tiny = build.work().resolve("usr/bin/tiny");
        try (java.io.InputStream file = Files.newInputStream(tiny)) {
            CodeFile read = CodeFiles.read(tiny.toString(), file);
            assertThat(FileLevel.of(read, PackageFlags.NONE).evidence())
                    .isEqualTo(level == Level.V3 ? LevelEvidence.V3 : LevelEvidence.BASELINE);
            return read.note();
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void everyToolIsToldTheLevel(Level level) throws Exception {
        assumeTrue(HostTools.find("rpm").isPresent(), "rpm is missing.");
        BuildFolder build = home(level);
        String flags = run(build, List.of("rpm", "--eval", "%{optflags} | %{?build_ldflags} | %{build_rustflags}"));
        assertThat(flags).contains("-march=" + level.compilerName() + " ", "-Ctarget-cpu=" + level.compilerName());
        if (level == Level.V1) {
            assertThat(flags).doesNotContain("-Wl,-z,x86-64");
        } else {
            assertThat(flags).contains("-Wl,-z," + level.compilerName() + " ");
        }
        assertThat(build.home().resolve(".cargo/config.toml")).content().contains(level.compilerName());
        if (HostTools.find("go").isPresent()) {
            assertThat(run(build, List.of("go", "env", "GOAMD64")).strip()).isEqualTo(level.shortName());
            assertThat(run(build, List.of("go", "env", "GOTELEMETRY")).strip()).isEqualTo("off");
            assertThat(build.home().resolve(".config/go/telemetry/local")).doesNotExist();
        }
    }

    private BuildFolder home(Level level) throws IOException {
        BuildFolder build = new BuildFolder(Files.createDirectories(folder.resolve(level.shortName())));
        new PrivateHome(build).write(level, ".test");
        return build;
    }

    private static String run(BuildFolder build, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.directory(build.path().toFile());
        builder.environment().putAll(new PrivateHome(build).environment());
        builder.environment().remove("GOAMD64");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
