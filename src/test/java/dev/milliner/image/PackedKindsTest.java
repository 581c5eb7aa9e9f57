package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.Tools;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.level.CodeFile;
import dev.milliner.level.CodeFiles;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelEvidence;
import dev.milliner.level.PackageLevel;
import dev.milliner.rpm.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs of all kinds, compiled here and packed, are judged rightly file by file: in the package, as {@code build component} and
 * {@code inspect} read it, and installed into a root, as {@code build image} does. What no compiler is here for is left out aloud.
 */
class PackedKindsTest {
    private static final Path PROBES =
            Path.of("src/test/resources/dev/milliner/level/probes").toAbsolutePath();
    private static final String GO = "package main\n\nfunc main() { println(\"hat\") }\n";
    private static final String RUST = """
            fn main() {
                let v: Vec<f64> = std::env::args().map(|a| a.len() as f64 * 1.5).collect();
                let s: f64 = v.iter().map(|x| x * x + 1.0).sum();
                let m: std::collections::HashMap<u64, u64> = (0..v.len() as u64).map(|x| (x, x << (s as u64 & 31))).collect();
                println!("{s} {:?}", m);
            }
            """;
    private static final String SPEC = """
            Name: kinds
            Version: 1
            Release: 1
            Summary: s
            License: MIT
            AutoReqProv: no
            %global debug_package %{nil}
            %global optflags -O2 -march=x86-64-v3
            %description
            x
            %install
            mkdir -p %{buildroot}/opt
            cp -r FOLDER/kinds %{buildroot}/opt
            %files
            /opt/kinds
            """;

    private final Map<String, LevelEvidence> expected = new LinkedHashMap<>();

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void tools() throws IOException {
        for (String tool : new String[] {"gcc", "rpmbuild", "ar", "xz", "zstd", "gzip"}) {
            assumeTrue(Tools.isThere(tool), "skipped: " + tool + " is not installed");
        }
        Files.createDirectories(folder.resolve("kinds"));
        Files.writeString(folder.resolve("kinds.spec"), SPEC.replace("FOLDER", folder.toString()));
    }

    private void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("kinds").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        assertThat(status)
                .as(String.join(" ", command) + "\n" + Files.readString(folder.resolve("log")))
                .isZero();
    }

    private void c() throws IOException, InterruptedException {
        run(Map.of(), "sh", PROBES.resolve("make").toString(), ".");
        expected.put("plain", LevelEvidence.BASELINE);
        expected.put("high", LevelEvidence.LIKELY);
        expected.put("noted", LevelEvidence.V3);
        expected.put("noted-by-linker", LevelEvidence.BASELINE);
        expected.put("tiny-noted", LevelEvidence.FLAGS);
        expected.put("chosen", LevelEvidence.BASELINE);
        expected.put("guarded", LevelEvidence.BASELINE);
        expected.put("by-hand.so", LevelEvidence.LIKELY);
        expected.put("plain.o", LevelEvidence.BASELINE);
        expected.put("high.o", LevelEvidence.LIKELY);
        expected.put("plain.a", LevelEvidence.BASELINE);
        expected.put("high.a", LevelEvidence.LIKELY);
        expected.put("both.a", LevelEvidence.MIXED);
        expected.put("apart.a", LevelEvidence.UNKNOWN);
        expected.put("plain.ko", LevelEvidence.BASELINE);
        expected.put("high.ko", LevelEvidence.LIKELY);
        expected.put("high.ko.xz", LevelEvidence.LIKELY);
        expected.put("plain.cpython-313-x86_64-linux-gnu.so", LevelEvidence.BASELINE);
        expected.put("high.cpython-313-x86_64-linux-gnu.so", LevelEvidence.LIKELY);
    }

    /** Linked statically, they bring a library of C that is compiled for the baseline. */
    private void staticC() throws IOException, InterruptedException {
        if (!linksStatically()) {
            System.err.println("PackedKindsTest: static programs are left out: there is no static library of C");
            return;
        }
        String[][] kinds = {
            {"static-plain", "probe.c", "-march=x86-64", "-Wl,-z,x86-64-v3"},
            {"static-noted", "probe.c", "-march=x86-64-v3", "-mneeded"},
            {"static-guarded", "guarded.c", "-march=x86-64", "-Wl,-z,x86-64-v3"},
            {"static-chosen", "chosen.c", "-march=x86-64", "-Wl,-z,x86-64-v3"}
        };
        for (String[] kind : kinds) {
            run(
                    Map.of(),
                    "gcc",
                    "-static",
                    "-s",
                    "-O2",
                    kind[2],
                    kind[3],
                    PROBES.resolve(kind[1]).toString(),
                    "-o",
                    kind[0]);
            expected.put(kind[0], kind[0].equals("static-noted") ? LevelEvidence.V3 : LevelEvidence.BASELINE);
        }
    }

    private boolean linksStatically() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "gcc",
                        "-static",
                        "-o",
                        "/dev/null",
                        PROBES.resolve("tiny.c").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return process.waitFor() == 0;
    }

    private void go(String name, String level, LevelEvidence evidence) throws IOException, InterruptedException {
        if (!Tools.isThere("go")) {
            System.err.println("PackedKindsTest: Go's programs are left out: go is not installed");
            return;
        }
        Files.writeString(folder.resolve("hat.go"), GO);
        run(
                Map.of("GOAMD64", level, "GOARCH", "amd64", "GO111MODULE", "off", "CGO_ENABLED", "0"),
                "go",
                "build",
                "-ldflags=-s -w",
                "-o",
                name,
                "../hat.go");
        expected.put(name, evidence);
    }

    private void rust(String name, String processor, LevelEvidence evidence) throws IOException, InterruptedException {
        if (!Tools.isThere("rustc")) {
            System.err.println("PackedKindsTest: Rust's programs are left out: rustc is not installed");
            return;
        }
        Files.writeString(folder.resolve("hat.rs"), RUST);
        run(Map.of(), "rustc", "-O", "-Cstrip=symbols", "-Ctarget-cpu=" + processor, "-o", name, "../hat.rs");
        expected.put(name, evidence);
    }

    private Path packed() throws IOException, InterruptedException {
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
                "../kinds.spec");
        return folder.resolve("top/RPMS/x86_64/kinds-1-1.x86_64.rpm");
    }

    private static LevelEvidence found(Inspection inspection, String name) {
        return inspection.files().stream()
                .filter(file -> file.path().equals("/opt/kinds/" + name))
                .map(ImageFile::program)
                .map(FileLevel::evidence)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + name));
    }

    @Test
    void allKindsAreJudgedRightlyAndAlike() throws IOException, InterruptedException {
        c();
        staticC();
        go("go-one", "v1", LevelEvidence.BASELINE);
        go("go-three", "v3", LevelEvidence.V3);
        rust("rust-one", "x86-64", LevelEvidence.BASELINE);
        rust("rust-three", "x86-64-v3", LevelEvidence.LIKELY);
        Path made = packed();
        Inspection inspected = Inspector.inspect(made);
        PackageLevel built = PackageLevel.of(PackageFile.read(made), CodeFiles.ofPackage(made));
        expected.forEach((name, evidence) -> {
            assertThat(found(inspected, name)).as(name).isEqualTo(evidence);
            FileLevel file = Objects.requireNonNull(built.files().get("/opt/kinds/" + name), name);
            assertThat(file.evidence()).as(name).isEqualTo(evidence);
        });
        assertThat(inspected.packages().getFirst().level()).isEqualTo(LevelEvidence.MIXED);
        assertThat(built.evidence()).isEqualTo(LevelEvidence.MIXED);
        assertThat(Objects.requireNonNull(inspected.totals().each().get(LevelEvidence.FLAGS))
                        .files())
                .isPositive();
        assertThat(inspected.totals().each()).doesNotContainKey(LevelEvidence.NOARCH);
        installed(made, built);
    }

    /** The same package in a root is judged the same. */
    private void installed(Path made, PackageLevel built) throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("root"));
        String[] install = {
            "rpm",
            "--root",
            root.toString(),
            "--define",
            "_dbpath /usr/lib/sysimage/rpm",
            "--define",
            "_db_backend sqlite",
            "--ignorearch",
            "--nodeps",
            "--noscripts",
            "-i",
            made.toString()
        };
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root installs into a root");
        run(Map.of(), install);
        Inspection image = Inspector.inspect(root);
        expected.forEach(
                (name, evidence) -> assertThat(found(image, name)).as(name).isEqualTo(evidence));
        Inspected one = image.packages().getFirst();
        assertThat(one.shown().reason()).isEqualTo(built.reason());
        assertThat(one.shown().files().keySet()).isEqualTo(built.files().keySet());
        assertThat(image.files().stream()
                        .filter(file -> file.program().kind() == CodeFile.Kind.ARCHIVE)
                        .toList())
                .hasSize(4);
    }
}
