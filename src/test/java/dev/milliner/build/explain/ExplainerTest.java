package dev.milliner.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs as tools write them to a terminal, through other tools, cut off and very long. */
class ExplainerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Explanation explain(String log, int exit) throws IOException {
        Path file = folder.resolve("x.log");
        Files.write(file, log.getBytes(StandardCharsets.ISO_8859_1));
        return new Explainer(Optional.empty(), OptionalInt.of(exit), Optional.empty()).explain(file);
    }

    @Test
    void coloursBarsBadBytesAndCarriageReturnsDoNotHideTheCause() throws IOException {
        Explanation explanation = explain("""
                Executing(%build): /bin/sh -e /var/tmp/rpm-tmp.1\r
                10%\r50%\r100%\r
                caf\u00e9
                  0%\r\u001b[1mx.c:3:1:\u001b[m \u001b[31;1merror: \u001b[mexpected ';'\r
                error: Bad exit status from /var/tmp/rpm-tmp.1 (%build)
                """, 1);
        assertThat(explanation.lines()).containsExactly(4);
        assertThat(explanation.cause()).get().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo("compile-error");
            assertThat(cause.place()).contains(new FaultPlace("x.c", OptionalInt.of(3)));
            assertThat(cause.certain()).isTrue();
        });
    }

    @Test
    void ofManySpecFilesTheOneThatWasBuiltIsAtFault() throws IOException {
        for (String name : List.of("aglet", "brim", "crown")) {
            Files.createDirectories(folder.resolve("sources/" + name));
            Files.writeString(
                    folder.resolve("sources/" + name + "/" + name + ".spec"),
                    "Name: " + name + "\n%files\n/usr/bin/x\n");
        }
        Path log = folder.resolve("build.log");
        Files.writeString(log, """
                10:00:00.000 PACKAGES DEBUG $ /usr/bin/rpmbuild -bb /b/sources/aglet/aglet.spec
                10:00:00.100 PACKAGES DEBUG Executing(%%build): /bin/sh -e /b/tmp/rpm-tmp.1
                10:00:00.200 PACKAGES DEBUG $ /usr/bin/rpmbuild --define '_topdir /b/rpmbuild' -bb /b/sources/brim/brim.spec
                10:00:00.300 PACKAGES ERROR error: File not found: /b/rpmbuild/BUILDROOT/brim-1-1.x86_64/usr/bin/x
                10:00:00.400 PACKAGES INFO RPM build errors:
                10:00:00.500 PACKAGES ERROR     File not found: /b/rpmbuild/BUILDROOT/brim-1-1.x86_64/usr/bin/x
                """.formatted());
        Explanation explanation =
                new Explainer(Optional.of("rpmbuild"), OptionalInt.of(1), Optional.of(folder)).explain(log);
        assertThat(explanation.cause()).get().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo("file-not-found");
            assertThat(cause.place()).contains(new FaultPlace("sources/brim/brim.spec", OptionalInt.of(3)));
        });
    }

    @Test
    void whatNoRuleKnowsIsNotCertain() throws IOException {
        Explanation explanation = explain("all is well\nfrobnication failed: no flux\nbye\n", 3);
        assertThat(explanation.lines()).containsExactly(2);
        assertThat(explanation.cause()).get().satisfies(cause -> {
            assertThat(cause.certain()).isFalse();
            assertThat(cause.cause()).contains("frobnication failed: no flux");
        });
    }

    @Test
    void anEmptyLogOfAFailureIsNotCertain() throws IOException {
        assertThat(explain("", 1).cause()).get().extracting(Finding::certain).isEqualTo(false);
        assertThat(explain("", 0).cause()).isEmpty();
    }

    @Test
    void anErrorInSuccessIsOnlyAWarning() throws IOException {
        Explanation explanation = explain("error: bad date in %changelog: Mon Jan 42 2026 A <a@b.c> - 1-1\n", 0);
        assertThat(explanation.cause()).isEmpty();
        assertThat(explanation.warnings()).extracting(Finding::kind).containsExactly("changelog-date");
    }

    @Test
    @Timeout(90)
    void aMillionLinesAreReadWithoutBeingKept() throws IOException {
        Path file = folder.resolve("long.log");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Executing(%build): /bin/sh -e /var/tmp/rpm-tmp.1\n");
            for (int i = 0; i < 1_000_000; i++) {
                writer.write("x" + i + ".c:7:9: warning: unused variable 'failed' at the end of " + i + "\n");
                if (i == 500_000) {
                    writer.write("lib.c:6:26: error: 'whom' undeclared (first use in this function)\n");
                }
            }
            writer.write("make: *** [Makefile:8: lib.o] Error 1\n");
            writer.write("error: Bad exit status from /var/tmp/rpm-tmp.1 (%build)\n");
        }
        long before = used();
        Explanation explanation = new Explainer(Optional.empty(), OptionalInt.of(1), Optional.empty()).explain(file);
        assertThat(used() - before).isLessThan(32L << 20);
        assertThat(explanation.lines()).containsExactly(500_003);
        assertThat(explanation.cause()).get().extracting(Finding::kind).isEqualTo("compile-error");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
