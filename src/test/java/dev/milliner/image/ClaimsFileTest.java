package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of an image beside its description, held against disks, containers and roots. */
class ClaimsFileTest {
    private static final String FILE = "images/host/bowler-host.claims.toml";
    private static final Volume BOOT = new Volume(1, "ext4", "/boot", true, true);

    private static Distro distro(String claims) {
        return new DistroLoader()
                .load(new BufferTree(new DiskTree(Path.of("sample-distros/bowler")), Map.of(FILE, claims)));
    }

    private static ClaimsFile file(String claims) {
        Distro distro = distro(claims);
        return ClaimsFile.of(distro.tree(), image(distro));
    }

    private static Image image(Distro distro) {
        return Objects.requireNonNull(distro.images().get("bowler-host"));
    }

    private static Inspection on(Carrier carrier) {
        return new Inspection(
                "disk",
                carrier,
                List.of(),
                dev.milliner.level.LevelCounts.NONE,
                List.of(),
                Map.of(),
                new BootFiles(List.of(), List.of(), List.of()),
                List.of());
    }

    private static Carrier root(String kind, boolean writable) {
        return new Carrier.Disk(List.of(BOOT, new Volume(2, kind, "/", true, writable)));
    }

    @Test
    void whatHoldsIsNoProblem() {
        ClaimsFile file = file("read-only-root = true\nwritable = [\"/boot\"]\nmax-size = \"1k\"\n");
        assertThat(file.problems()).isEmpty();
        assertThat(FileClaims.check(file, on(root("squashfs", false)))).isEmpty();
    }

    @Test
    void aRootThatCanBeWrittenToAndAPlaceThatIsNotNamedAreToldWithTheirLine() {
        List<Problem> problems =
                FileClaims.check(file("read-only-root = true\nwritable = []\n"), on(root("ext4", true)));
        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.WARNING);
        assertThat(problems)
                .extracting(problem ->
                        problem.place().file() + ":" + problem.place().range().line() + " " + problem.message())
                .containsExactly(
                        FILE
                                + ":1 'read-only-root = true' does not hold: the root is partition 2 (ext4), which can be written to.",
                        FILE
                                + ":2 'writable = []' does not hold: partition 1 (ext4) is mounted at /boot and can be written to, and is not named.",
                        FILE
                                + ":2 'writable = []' does not hold: partition 2 (ext4) is mounted at / and can be written to, and is not named.");
    }

    private static Carrier held(VolumeVerity verity) {
        return new Carrier.Disk(List.of(BOOT, new Volume(2, "squashfs", "/", true, false, verity)));
    }

    @Test
    void aRootHashThatMatchesHoldsWhatIsClaimed() {
        VolumeVerity matches = new VolumeVerity.Matches("abc", List.of("/etc/veritytab"));
        VolumeVerity differs = new VolumeVerity.Differs("block 7 of the data is not as the hash tree says");
        VolumeVerity unsaid = new VolumeVerity.Unsaid("nothing names a root hash");
        ClaimsFile claimed = file("verity = true\n");
        assertThat(FileClaims.check(claimed, on(held(matches)))).isEmpty();
        assertThat(FileClaims.check(claimed, on(held(differs)))).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.place().file()).isEqualTo(FILE);
            assertThat(problem.message())
                    .isEqualTo("'verity = true' does not hold: partition 2 (squashfs): verity root hash does"
                            + " not match: block 7 of the data is not as the hash tree says.");
        });
        assertThat(FileClaims.check(claimed, on(held(unsaid)))).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.NOTE);
            assertThat(problem.message()).contains("cannot be said", "nothing names a root hash");
        });
        assertThat(FileClaims.check(claimed, on(root("squashfs", false))))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("which has no hash tree");
        ClaimsFile without = file("verity = false\n");
        assertThat(FileClaims.check(without, on(root("squashfs", false)))).isEmpty();
        assertThat(FileClaims.check(without, on(held(matches)))).hasSize(1);
        assertThat(FileClaims.check(claimed, on(new Carrier.Plain())))
                .singleElement()
                .extracting(Problem::severity)
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void whatCannotBeToldIsANote() {
        ClaimsFile file = file("read-only-root = true\nwritable = []\n");
        for (Carrier carrier : List.of(new Carrier.Plain(), new Carrier.Container(Map.of(), List.of()))) {
            assertThat(FileClaims.check(file, on(carrier)))
                    .hasSize(2)
                    .allMatch(problem -> problem.severity() == Severity.NOTE)
                    .allMatch(problem -> problem.message().contains("cannot be said"));
        }
        Carrier unread = new Carrier.Disk(List.of(new Volume(1, "xfs", "", false, true)));
        assertThat(FileClaims.check(file, on(unread)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("partition 1 (xfs) was not read");
    }

    @Test
    void noClaimCallsMissingWhatMayStandOnAPartitionThatWasNotRead() {
        Distro distro = distro("");
        Inspection part = on(new Carrier.Disk(List.of(BOOT, new Volume(2, "erofs", "", false, false))));
        assertThat(Claims.check(image(distro), part, Optional.empty()))
                .hasSize(2)
                .allMatch(problem -> problem.severity() == Severity.NOTE)
                .allMatch(problem -> problem.message().contains("partition 2 (erofs) was not read"));
        assertThat(Claims.check(image(distro), on(root("squashfs", false)), Optional.empty()))
                .hasSize(2)
                .allMatch(problem -> problem.severity() == Severity.WARNING);
    }

    @Test
    void aFileThatIsWrongIsNamedByCheckWithItsLine() {
        List<Problem> problems = DescriptionProblems.of(
                distro(
                        "max-size = \"much\"\nwritable = [\"var\"]\nread-only-root = 1\nwriteable = []\nmax-size\nverity = \"all\"\n"));
        assertThat(problems)
                .filteredOn(problem -> problem.place().file().equals(FILE))
                .extracting(problem -> problem.place().range().line())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(problems).allMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "64M, 64000000",
        "1.5GiB, 1610612736",
        "12, 12",
        "3 kB, 3000",
        "2KiB, 2048",
        "much,",
        "-1,",
        "64MM,",
        "9999999999999T,"
    })
    void sizesAreReadAsPeopleWriteThem(String text, Long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(Optional.ofNullable(bytes));
    }

    @Test
    void anImageThatIsLargerThanItMayBeIsAnError() {
        assertThat(FileClaims.overBudget(10, 10, image(distro("")).place())).isEmpty();
        assertThat(FileClaims.overBudget(12, 10, image(distro("")).place()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                    assertThat(problem.message()).contains("12 bytes, 2 more than the 10");
                });
    }
}
