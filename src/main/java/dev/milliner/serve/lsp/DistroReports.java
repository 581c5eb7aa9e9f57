package dev.milliner.serve.lsp;

import dev.milliner.ground.Failures;
import dev.milliner.image.DescriptionMemory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client what is wrong with the files of one distro: of those files alone whose problems changed. What overlays do is
 * found out once nothing was typed for a moment.
 */
final class DistroReports implements AutoCloseable {
    private static final long REST_MILLIS = 250;

    private final DescriptionMemory descriptions = new DescriptionMemory();
    private final OpenDistro distro;
    private final LanguageClient client;
    private final Abilities abilities;
    private final PositionEncoding encoding;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("remarks").factory());
    private final Map<String, List<Told>> published = new HashMap<>();
    private @Nullable ScheduledFuture<?> planned;
    private @Nullable DistroState newest;
    private boolean isClosed;
    private volatile Remarks remarks = Remarks.NONE;

    DistroReports(OpenDistro distro, LanguageClient client, Abilities abilities, PositionEncoding encoding) {
        this.distro = distro;
        this.client = client;
        this.abilities = abilities;
        this.encoding = encoding;
    }

    Remarks remarks() {
        return remarks;
    }

    /** Takes in a state. */
    synchronized void show(DistroState state) {
        newest = state;
        publish(state);
        if (planned != null) {
            planned.cancel(false);
        }
        planned = isClosed ? null : later.schedule(() -> look(state), REST_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Tells of a document that was opened or closed: one that the client asks about itself is not told of as well. */
    synchronized void shownOtherwise() {
        if (newest != null && abilities.pullsDiagnostics()) {
            publish(newest);
        }
    }

    private void look(DistroState state) {
        try {
            Remarks found = Remarks.of(state.distro(), distro.overlays(), descriptions);
            boolean changed = !found.equals(remarks);
            remarks = found;
            if (changed) {
                tellOfRemarks();
            }
        } catch (RuntimeException | Error failure) {
            Failures.report("Finding out what overlays do", failure);
        }
    }

    private synchronized void tellOfRemarks() {
        if (newest != null) {
            publish(newest);
        }
        if (abilities.refreshesDiagnostics()) {
            CompletableFuture<Void> ignored = client.refreshDiagnostics();
        }
        if (abilities.refreshesHints()) {
            CompletableFuture<Void> ignored = client.refreshInlayHints();
        }
    }

    private void publish(DistroState state) {
        Map<String, List<Told>> now = Told.byFile(state.distro(), remarks);
        if (abilities.pullsDiagnostics()) {
            now.keySet().removeIf(file -> distro.document(file) != null);
        }
        Diagnosing words = new Diagnosing(new Places(state, encoding), abilities.relatedPlaces());
        Set<String> files = new HashSet<>(published.keySet());
        files.addAll(now.keySet());
        for (String file : files) {
            List<Told> problems = now.getOrDefault(file, List.of());
            if (!problems.equals(published.getOrDefault(file, List.of()))) {
                client.publishDiagnostics(params(state, file, words, problems));
            }
        }
        published.clear();
        published.putAll(now);
    }

    private static PublishDiagnosticsParams params(
            DistroState state, String file, Diagnosing words, List<Told> problems) {
        PublishDiagnosticsParams params =
                new PublishDiagnosticsParams(words.places().uri(file), words.of(problems));
        OpenDocument open = state.documents().get(file);
        if (open != null) {
            params.setVersion(open.version());
        }
        return params;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        later.shutdownNow();
    }
}
