package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Felt 8 calls the compiler by a macro and no longer needs asciidoc. */
class RebaseTest {
    private static final Distro BOWLER = new DistroLoader().load(new DiskTree(Path.of("sample-distros/bowler")));
    private static final UpstreamVersion FELT_8 = new UpstreamVersion("felt", "8");

    @Test
    void eachOverlayIsJudgedEvenAfterOneThatFails() {
        RebaseReport report =
                Rebase.of(BOWLER, Objects.requireNonNull(BOWLER.components().get("greet")), FELT_8);
        assertThat(report.unavailable()).isEmpty();
        List<RebaseOutcome> outcomes =
                report.overlays().stream().map(RebasedOverlay::outcome).toList();
        assertThat(outcomes.getFirst()).isEqualTo(RebaseOutcome.FAILS);
        assertThat(outcomes.get(9)).isEqualTo(RebaseOutcome.NO_LONGER_NEEDED);
        assertThat(outcomes.subList(1, 9)).containsOnly(RebaseOutcome.STILL_APPLIES);
        assertThat(report.worst()).isEqualTo(RebaseOutcome.FAILS);
    }

    @Test
    void onTheSameVersionNothingChanges() {
        RebaseReport report = Rebase.of(
                BOWLER, Objects.requireNonNull(BOWLER.components().get("greet")), new UpstreamVersion("felt", "7"));
        assertThat(report.overlays()).extracting(RebasedOverlay::outcome).containsOnly(RebaseOutcome.STILL_APPLIES);
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        RebaseReport local =
                Rebase.of(BOWLER, Objects.requireNonNull(BOWLER.components().get("brim")), FELT_8);
        assertThat(local.unavailable()).contains("local");
        RebaseReport unknown = Rebase.of(
                BOWLER, Objects.requireNonNull(BOWLER.components().get("greet")), new UpstreamVersion("felt", "9"));
        assertThat(unknown.unavailable()).contains("felt").contains("9");
    }

    @Test
    void aRunReportsItsProgressAndCanBeCancelled() {
        List<String> done = new ArrayList<>();
        assertThat(RebaseRun.all(
                        BOWLER,
                        FELT_8,
                        (report, count, total) -> done.add(report.component() + " " + count + "/" + total),
                        () -> false))
                .hasSize(1);
        assertThat(done).containsExactly("greet 1/1");
        assertThat(RebaseRun.all(BOWLER, FELT_8, (report, count, total) -> {}, () -> true))
                .isEmpty();
    }

    @Test
    void versionsAreReadAsPeopleWriteThem() {
        var greet = Objects.requireNonNull(BOWLER.components().get("greet"));
        for (String text : List.of("8", "felt-8", "felt/8", "felt:8", "felt 8")) {
            assertThat(UpstreamVersion.of(text, BOWLER, greet)).isEqualTo(FELT_8);
        }
        assertThat(UpstreamVersion.all(BOWLER)).contains(FELT_8);
    }
}
