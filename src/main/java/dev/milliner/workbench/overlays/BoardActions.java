package dev.milliner.workbench.overlays;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Deviations;
import dev.milliner.review.DeviationsReport;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayWork;
import dev.milliner.upstream.RebaseReport;
import dev.milliner.upstream.RebaseRun;
import dev.milliner.upstream.SideBySide;
import dev.milliner.upstream.UpstreamVersion;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/** What the board can do beyond showing: save the account of deviations, and try all overlays on another upstream. */
public final class BoardActions {
    private final Choices choices;
    private final Consumer<String> tell;
    private AtomicBoolean cancelled = new AtomicBoolean(true);

    /** The formats of the account. */
    enum Format {
        MARKDOWN(Wording.of("overlays.board-actions.markdown"), "deviations.md"),
        HTML("HTML", "deviations.html"),
        JSON("JSON", "deviations.json");

        private final String label;
        private final String file;

        Format(String label, String file) {
            this.label = label;
            this.file = file;
        }

        String label() {
            return label;
        }

        private String text(Deviations deviations) {
            return switch (this) {
                case MARKDOWN -> DeviationsReport.markdown(deviations);
                case HTML -> DeviationsReport.html(deviations);
                case JSON -> DeviationsReport.json(deviations).toPrettyString() + "\n";
            };
        }
    }

    /** Hears how a run over all components goes on; called on the JavaFX thread. */
    interface Progress {
        void goesOn(Map<String, RebaseReport> reports, int done, int total, boolean over);
    }

    /** Makes them; the listener is told what was done, in a sentence. */
    public BoardActions(Choices choices, Consumer<String> tell) {
        this.choices = choices;
        this.tell = tell;
    }

    void say(String sentence) {
        tell.accept(sentence);
    }

    void export(Distro distro, Format format) {
        choices.saveFile(format.file).ifPresent(file -> Thread.ofVirtual().start(() -> {
            try {
                FileSave.export(file, format.text(Deviations.of(distro)));
                Platform.runLater(() -> tell.accept(Wording.of("overlays.board-actions.deviations", file)));
            } catch (IOException e) {
                Platform.runLater(() -> tell.accept(
                        Wording.of("overlays.board-actions.deviations-cant-written", file, FileTrouble.words(e))));
            }
        }));
    }

    /** Tries all overlays on another version of upstream; a run that is under way is given up. */
    void tryOn(Distro distro, UpstreamVersion version, Progress progress) {
        cancel();
        AtomicBoolean mine = new AtomicBoolean();
        cancelled = mine;
        Thread.ofVirtual().start(() -> {
            Map<String, RebaseReport> reports = new TreeMap<>();
            int[] counts = new int[2];
            RebaseRun.all(
                    distro,
                    version,
                    (report, done, total) -> {
                        reports.put(report.component(), report);
                        counts[0] = done;
                        counts[1] = total;
                        Map<String, RebaseReport> now = Map.copyOf(reports);
                        Platform.runLater(() -> progress.goesOn(now, done, total, false));
                    },
                    mine::get);
            Map<String, RebaseReport> all = Map.copyOf(reports);
            Platform.runLater(() -> progress.goesOn(all, counts[0], counts[1], true));
        });
    }

    /** Hears how fetching goes on; called on the JavaFX thread. */
    interface Fetching {
        void goesOn(int done, int failed, int total, boolean over);
    }

    /** Fetches the upstream sources of all components with overlays; a run that is under way is given up. */
    void fetch(Distro distro, OverlayWork overlayWork, Fetching progress) {
        cancel();
        AtomicBoolean mine = new AtomicBoolean();
        cancelled = mine;
        List<Component> components = distro.components().values().stream()
                .filter(component -> !component.isLocal() && component.hasOverlays())
                .toList();
        Thread.ofVirtual().start(() -> {
            int[] counts = new int[2];
            SideBySide.all(
                    components,
                    component -> overlayWork.fetch(distro, component),
                    (shown, done, total) -> {
                        counts[0] = done;
                        counts[1] += isHad(shown) ? 0 : 1;
                        int failed = counts[1];
                        Platform.runLater(() -> progress.goesOn(done, failed, total, false));
                    },
                    mine::get);
            Platform.runLater(() -> progress.goesOn(counts[0], counts[1], components.size(), true));
        });
    }

    private static boolean isHad(OverlayResult shown) {
        return shown.overlaid() != null && shown.overlaid().basis().isTrue();
    }

    void cancel() {
        cancelled.set(true);
    }
}
