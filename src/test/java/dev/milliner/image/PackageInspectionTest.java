package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.Tools;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelEvidence;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is inspected file by file, and a flag in its header proves nothing against its programs. */
class PackageInspectionTest {
    private static final String C =
            "int main(int count, char **words) { return count > 1 ? words[1][0] << count : 0; }\n";
    private static final String GO = "package main\n\nfunc main() { println(\"hat\") }\n";
    private static final String SPEC = """
            Name: hat
            Version: 1
            Release: 1
            Summary: s
            License: MIT
            %global debug_package %{nil}
            %global optflags -O2 -march=x86-64-v3
            %description
            x
            %install
            mkdir -p %{buildroot}/usr/bin
            cp FOLDER/bin/* %{buildroot}/usr/bin
            %files
            /usr/bin/*
            """;

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void sources() throws IOException {
        for (String tool : List.of("gcc", "go", "rpmbuild")) {
            assumeTrue(Tools.isThere(tool), "skipped: " + tool + " is not installed");
        }
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("hat.c"), C);
        Files.writeString(folder.resolve("hat.go"), GO);
        Files.writeString(folder.resolve("hat.spec"), SPEC.replace("FOLDER", folder.toString()));
    }

    private void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor())
                .as(() -> String.join(" ", command))
                .isZero();
    }

    private void compile(String name, String... flags) throws IOException, InterruptedException {
        run(
                Map.of(),
                Stream.concat(Stream.of("gcc", "hat.c", "-o", "bin/" + name), Stream.of(flags))
                        .toArray(String[]::new));
    }

    private void go(String name, String level) throws IOException, InterruptedException {
        run(
                Map.of("GOAMD64", level, "GOARCH", "amd64", "GO111MODULE", "off", "CGO_ENABLED", "0"),
                "go",
                "build",
                "-o",
                "bin/" + name,
                "hat.go");
    }

    private Inspection packed() throws IOException, InterruptedException {
        run(
                Map.of(),
                "rpmbuild",
                "-bb",
                "--target",
                "x86_64-linux",
                "--define",
                "_topdir " + folder.resolve("top"),
                "--define",
                "__spec_install_post %{nil}",
                "hat.spec");
        return Inspector.inspect(folder.resolve("top/RPMS/x86_64/hat-1-1.x86_64.rpm"));
    }

    @Test
    void programsOfSeveralKindsInOnePackageAreMixed() throws IOException, InterruptedException {
        compile("noted", "-O2", "-march=x86-64-v3", "-mneeded");
        compile("plain", "-O2");
        go("go-one", "v1");
        go("go-three", "v3");
        Files.writeString(folder.resolve("bin/script"), "#!/bin/sh\n");
        Inspection inspection = packed();
        assertThat(inspection.format()).isEqualTo("rpm");
        Map<String, FileLevel> programs =
                inspection.files().stream().collect(Collectors.toMap(ImageFile::path, ImageFile::program));
        Function<String, Optional<Level>> level =
                name -> Optional.ofNullable(programs.get("/usr/bin/" + name)).flatMap(FileLevel::needed);
        assertThat(level.apply("noted")).contains(Level.V3);
        assertThat(level.apply("go-one")).contains(Level.V1);
        assertThat(level.apply("go-three")).contains(Level.V3);
        assertThat(Objects.requireNonNull(programs.get("/usr/bin/go-three")).evidence())
                .isEqualTo(LevelEvidence.V3);
        assertThat(Objects.requireNonNull(programs.get("/usr/bin/plain")).evidence())
                .isEqualTo(LevelEvidence.BASELINE);
        assertThat(programs.get("/usr/bin/script")).isEqualTo(FileLevel.NONE);
        assertThat(inspection.packages().getFirst().level()).isEqualTo(LevelEvidence.MIXED);
        assertThat(inspection.packages().getFirst().shown().reason())
                .contains("of 4 programs 2 are proved x86-64-v3, 2 are compiled for less", "GOAMD64");
    }

    @Test
    void aPackageOfProgramsThatAllSayItIsV3() throws IOException, InterruptedException {
        compile("noted", "-O2", "-march=x86-64-v3", "-mneeded");
        go("go-three", "v3");
        Inspection inspection = packed();
        assertThat(inspection.packages()).hasSize(1);
        assertThat(inspection.packages().getFirst().level()).isEqualTo(LevelEvidence.V3);
        assertThat(inspection.level().v3()).isEqualTo(1);
    }
}
