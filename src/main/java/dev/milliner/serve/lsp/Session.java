package dev.milliner.serve.lsp;

import dev.milliner.source.TreeWatcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;

/** What a client works on, from the time that it said what it can. Changes come on one thread, in their order. */
final class Session implements AutoCloseable {
    private static final int THREADS = 4;

    private final LanguageClient client;
    private final Abilities abilities;
    private final PositionEncoding encoding;
    private final Roots roots;
    private final Map<OpenDistro, DistroReports> reports = new ConcurrentHashMap<>();
    private final Map<OpenDistro, TreeWatcher> watchers = new ConcurrentHashMap<>();
    private final Map<String, Held> documents = new ConcurrentHashMap<>();
    private final AtomicBoolean watches = new AtomicBoolean();
    private final ExecutorService answering = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("answer-", 1).factory());

    /** An open document with the distro that it belongs to. */
    private record Held(OpenDistro distro, OpenDocument text) {}

    Session(LanguageClient client, Abilities abilities, PositionEncoding encoding) {
        this.client = client;
        this.abilities = abilities;
        this.encoding = encoding;
        this.roots = new Roots(this::open, Session::openLoose);
    }

    LanguageClient client() {
        return client;
    }

    Abilities abilities() {
        return abilities;
    }

    PositionEncoding encoding() {
        return encoding;
    }

    Roots roots() {
        return roots;
    }

    /** What was found out of a distro that takes longer than the distro itself. */
    Remarks remarks(OpenDistro distro) {
        DistroReports found = reports.get(distro);
        return found == null ? Remarks.NONE : found.remarks();
    }

    private OpenDistro open(Path root) {
        OpenDistro distro = new OpenDistro(
                root, state -> reports(state.distro().tree().root()).ifPresent(found -> found.show(state)));
        reports.put(distro, new DistroReports(distro, client, abilities, encoding));
        distro.refresh();
        if (watches.get()) {
            watch(distro);
        }
        return distro;
    }

    private Optional<DistroReports> reports(Path root) {
        return reports.entrySet().stream()
                .filter(entry -> entry.getKey().root().equals(root))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static OpenDistro openLoose(Path folder) {
        OpenDistro loose = new OpenDistro(folder, state -> {});
        loose.refresh();
        return loose;
    }

    /** Opens the distro of a folder of the workspace; says so where there is none. */
    void addFolder(Path folder) {
        if (!roots.add(folder)) {
            client.showMessage(new MessageParams(
                    MessageType.Info,
                    "There is no azldev.toml in " + folder + " or above it, so Milliner knows the format but no distro."
                            + " Open the folder that holds it."));
        }
    }

    /** Closes the distro of a folder of the workspace. */
    void removeFolder(Path folder) {
        roots.all().stream()
                .filter(distro -> distro.root().equals(folder))
                .findFirst()
                .ifPresent(this::end);
    }

    private void end(OpenDistro distro) {
        roots.remove(distro.root());
        Optional.ofNullable(reports.remove(distro)).ifPresent(DistroReports::close);
        Optional.ofNullable(watchers.remove(distro)).ifPresent(Session::end);
    }

    /** Watches the files of all distros itself, as the client can't. */
    void watch() {
        watches.set(true);
        roots.all().forEach(this::watch);
    }

    private void watch(OpenDistro distro) {
        try {
            watchers.put(distro, new TreeWatcher(distro.root(), distro::refresh, distro::refresh, this::log));
        } catch (IOException unwatched) {
            log(TreeWatcher.words(distro.root(), unwatched));
        }
    }

    private static void end(TreeWatcher watcher) {
        try {
            watcher.close();
        } catch (IOException ended) {
            // Nothing is watched any more, which is what was wanted.
        }
    }

    /** Writes a sentence where the client keeps what servers say. */
    void log(String sentence) {
        client.logMessage(new MessageParams(MessageType.Warning, sentence));
    }

    /** The file behind an address; empty for what lies in no file system. */
    static Optional<Path> file(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }

    void open(TextDocumentItem item) {
        Optional<Path> file = file(item.getUri());
        OpenDistro distro = roots.of(file.orElseGet(() -> unsaved(item.getUri())));
        String path = file.map(distro::path).orElse(item.getUri());
        hold(new Held(distro, new OpenDocument(item.getUri(), path, item.getText(), item.getVersion(), encoding)));
    }

    /** A text that lies in no file is served as a file of no distro. */
    private static Path unsaved(String uri) {
        return Path.of("/nowhere", uri.replaceAll("[^A-Za-z0-9.]", "-"));
    }

    private void hold(Held held) {
        boolean isNew = documents.put(held.text().uri(), held) == null;
        held.distro().edit(held.text());
        if (isNew) {
            tellOfShown(held.distro());
        }
    }

    private void tellOfShown(OpenDistro distro) {
        Optional.ofNullable(reports.get(distro)).ifPresent(DistroReports::shownOtherwise);
    }

    /** Makes another text of an open document; says so where it is not open. */
    void change(String uri, Function<OpenDocument, OpenDocument> change) {
        held(uri)
                .ifPresentOrElse(
                        held -> hold(new Held(held.distro(), change.apply(held.text()))),
                        () -> log("A change came for " + uri + ", which is not open. Open it first."));
    }

    void close(String uri) {
        Held closed = documents.remove(uri);
        if (closed != null) {
            closed.distro().forget(closed.text().path());
            tellOfShown(closed.distro());
        }
    }

    private Optional<Held> held(String uri) {
        return Optional.ofNullable(documents.get(uri));
    }

    /** The document of a question: as it is open, else as it lies in its tree. */
    private Optional<Held> found(String uri) {
        return held(uri).or(() -> file(uri).flatMap(this::onDisk));
    }

    private Optional<Held> onDisk(Path file) {
        OpenDistro distro = roots.of(file);
        String path = distro.path(file);
        return distro.disk()
                .read(path)
                .map(text -> new Held(distro, new OpenDocument(file.toUri().toString(), path, text, 0, encoding)));
    }

    /** What answers of the distro that a document belongs to. */
    interface Question<T> {
        T answer(Asked asked, OpenDistro distro);
    }

    /** Answers from what is known, which may be a few edits behind. */
    <T> CompletableFuture<T> answer(String uri, T nothing, Question<T> question) {
        return answer(uri, nothing, OpenDistro::state, question);
    }

    /** Answers once the newest texts are known. */
    <T> CompletableFuture<T> answerSettled(String uri, T nothing, Question<T> question) {
        return answer(uri, nothing, OpenDistro::settled, question);
    }

    private <T> CompletableFuture<T> answer(
            String uri, T nothing, Function<OpenDistro, CompletableFuture<DistroState>> which, Question<T> question) {
        Optional<Held> found = found(uri);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        Held held = found.get();
        CompletableFuture<DistroState> state = which.apply(held.distro());
        return CompletableFutures.computeAsync(answering, cancel -> {
            cancel.checkCanceled();
            DistroState known = state.join();
            cancel.checkCanceled();
            return question.answer(new Asked(held.text(), known), held.distro());
        });
    }

    /** Works out something that is of no document. */
    <T> CompletableFuture<T> answer(Function<List<DistroState>, T> question) {
        List<CompletableFuture<DistroState>> states =
                roots.all().stream().map(OpenDistro::state).toList();
        return CompletableFutures.computeAsync(answering, cancel -> {
            cancel.checkCanceled();
            return question.apply(states.stream().map(CompletableFuture::join).toList());
        });
    }

    @Override
    public void close() {
        List.copyOf(reports.keySet()).forEach(this::end);
        roots.close();
        answering.shutdownNow();
    }
}
