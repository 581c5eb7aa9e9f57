package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.rpm.InstalledPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of Berkeley DB's kind with three packages, made by {@code db_load} out of what rpm 4.18 wrote for SQLite. */
class OlderDatabaseTest {
    private static final List<String> PACKAGES = List.of("bowler-release", "filesystem", "ribbon");

    @TempDir
    Path folder;

    @BeforeEach
    void rpmIsHere() {
        assumeTrue(ConfinedTool.isPossible("rpmdb"), "skipped: the host has no rpmdb, or nothing to run it apart");
    }

    private static byte[] database() throws IOException {
        try (InputStream file = new GZIPInputStream(
                Objects.requireNonNull(OlderDatabaseTest.class.getResourceAsStream("berkeley-packages.gz")))) {
            return file.readAllBytes();
        }
    }

    private static List<String> names(Inspection inspection) {
        return inspection.packages().stream().map(one -> one.installed().name()).toList();
    }

    @Test
    void aDatabaseAloneIsListed() throws IOException {
        Path file = Files.write(folder.resolve("Packages"), database());
        Inspection inspection = Inspector.inspect(file);
        assertThat(names(inspection)).isEqualTo(PACKAGES);
        assertThat(inspection.files()).isNotEmpty();
        assertThat(inspection.packages().getLast().installed().nevra()).hasToString("ribbon-1.0-1.noarch");
    }

    @Test
    void aRootThatHasOneIsListed() throws IOException {
        Path place = folder.resolve("root/var/lib/rpm/Packages");
        Files.createDirectories(place.getParent());
        Files.write(place, database());
        Files.createDirectories(folder.resolve("root/etc"));
        Files.writeString(folder.resolve("root/etc/os-release"), "ID=bowler\n");
        Inspection inspection = Inspector.inspect(folder.resolve("root"));
        assertThat(names(inspection)).isEqualTo(PACKAGES);
        assertThat(inspection.remarks()).noneMatch(words -> words.contains("not listed"));
    }

    /** Whatever is wrong with one: a list, or a refusal. */
    @Test
    void damagedOnesAreRefused() throws IOException {
        byte[] whole = database();
        int refused = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random dice = new Random(seed);
            byte[] damaged = Arrays.copyOf(whole, seed % 2 == 0 ? whole.length : dice.nextInt(64, whole.length));
            for (int i = 0; i < 40; i++) {
                damaged[dice.nextInt(16, damaged.length)] = (byte) dice.nextInt();
            }
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static boolean isRefused(byte[] damaged) {
        try {
            List<InstalledPackage> packages = OlderDatabase.BERKELEY.read(new ByteArrayInputStream(damaged));
            assertThat(packages).hasSizeBetween(1, 3);
            return false;
        } catch (IOException words) {
            assertThat(words).hasMessageMatching("(?s).{10,}");
            return true;
        }
    }

    @Test
    void whatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> OlderDatabase.NDB.read(new ByteArrayInputStream(new byte[4096])))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("the host's rpm finds no package in it|rpmdb ended with status .*");
    }
}
