package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Overlay;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitTree;
import dev.milliner.source.GitFolder;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Finds the state of the distro that each rendered spec was made of: that of HEAD, or of the last commit that touched the
 * rendered spec where the component's own overlay files have changed since. Commits are read once; safe for several threads.
 */
public final class RenderedBases implements AutoCloseable {
    /** Distros are large. */
    private static final int MOST_KEPT = 3;

    private static final int SHORT_HASH = 7;

    private final DistroLoader loader;
    private final Optional<UnaryOperator<Distro>> withoutHistory;
    private final LinkedHashMap<String, Read> read = new LinkedHashMap<>(8, 0.75f, true);
    private final Map<String, Optional<String>> chosen = new HashMap<>();
    private Optional<CommitHistory> history = Optional.empty();
    private Optional<RenderedBasis> atFirst = Optional.empty();
    private Optional<Path> opened = Optional.empty();
    private String head = "";

    /** The state at a commit, and what reads its files. */
    private record Read(CommitTree tree, RenderedBasis basis) {}

    /** One that knows commits only. */
    public RenderedBases() {
        this.loader = new DistroLoader();
        this.withoutHistory = Optional.empty();
    }

    /**
     * One that has an answer without commits too.
     *
     * @param loader reads the commits; that of the distro as it is has most of their files already
     * @param withoutHistory from the distro as it is now to the state that rendered specs which no commit holds are taken to
     *     be made of; asked once
     */
    public RenderedBases(DistroLoader loader, UnaryOperator<Distro> withoutHistory) {
        this.loader = loader;
        this.withoutHistory = Optional.of(withoutHistory);
    }

    /**
     * What a component's rendered spec was made of.
     *
     * @param now the distro as it is
     * @param component one of its components
     * @return the state; that of no commit where the rendered spec is in none
     * @throws SourceUnavailableException where no commit has the rendered spec, or the repository can't be read; the message
     *     says what to do
     */
    public synchronized RenderedBasis of(Distro now, Component component) throws SourceUnavailableException {
        try {
            Optional<String> commit = commit(now, component);
            return commit.isPresent() ? read(now.tree(), commit.get()) : firstSeen(now);
        } catch (IOException broken) {
            throw new SourceUnavailableException(
                    "The git repository of the distro can't be read: " + broken.getMessage(), broken);
        }
    }

    /**
     * Sources that were found, held together with what was rendered: mostly that is the same.
     *
     * @param now the distro as it is
     * @param component one of its components
     * @param found its sources
     */
    public FoundSources sharing(Distro now, Component component, FoundSources found) {
        try {
            RenderedBasis basis = of(now, component);
            Component then = basis.distro().components().get(component.name());
            return then == null
                    ? found
                    : new FoundSources(
                            found.sources().sharing(basis.rendered(then)).packed(), found.origin(), found.why());
        } catch (SourceUnavailableException alone) {
            return found;
        }
    }

    private RenderedBasis firstSeen(Distro now) throws SourceUnavailableException {
        UnaryOperator<Distro> asked = withoutHistory.orElseThrow(
                () -> new SourceUnavailableException(
                        "No commit has it, so what it was rendered from is not known. Commit it, or fetch the upstream sources."));
        RenderedBasis basis = atFirst.orElseGet(() -> new RenderedBasis(
                "the files as they were first seen, as no commit has the rendered spec", asked.apply(now)));
        atFirst = Optional.of(basis);
        return basis;
    }

    private Optional<String> commit(Distro now, Component component) throws IOException {
        Path root = now.tree().root();
        if (!opened.equals(Optional.of(root))) {
            close();
            boolean hidden = now.tree().outsideFiles() == OutsideFiles.UNSEEN && GitFolder.leadsOutside(root);
            history = hidden ? Optional.empty() : CommitHistory.open(root);
            opened = Optional.of(root);
        }
        Optional<String> newest =
                history.isEmpty() ? Optional.empty() : history.get().head();
        if (newest.isEmpty() || component.renderedSpec().isEmpty()) {
            return Optional.empty();
        }
        if (!newest.get().equals(head)) {
            chosen.clear();
            // What was HEAD has another name now.
            read.clear();
            head = newest.get();
        }
        String spec = now.tree().relative(component.renderedSpec());
        Optional<String> known = chosen.get(spec);
        if (known == null) {
            known = choose(now.tree(), component.name(), TreePaths.folder(spec), history.get());
            chosen.put(spec, known);
        }
        return known;
    }

    private Optional<String> choose(SourceTree tree, String name, String folder, CommitHistory commits)
            throws IOException {
        Optional<String> last = commits.lastToTouch(head, folder);
        if (last.isEmpty() || last.get().equals(head)) {
            return last;
        }
        Distro newest = read(tree, head).distro();
        if (!newest.tree().isFolder(folder)) {
            return Optional.empty();
        }
        Component component = newest.components().get(name);
        boolean stale = component != null && commits.differs(last.get(), head, own(newest, component));
        return Optional.of(stale ? last.get() : head);
    }

    /** The files that say what is done to a component alone, and those that its overlays add. */
    private static Set<String> own(Distro distro, Component component) {
        Set<String> files = new TreeSet<>();
        for (Overlay overlay : component.overlays()) {
            files.add(overlay.place().file());
            if (!overlay.source().isEmpty()) {
                files.add(distro.tree().relative(overlay.source()));
            }
        }
        String definition = component.place().file();
        boolean alone = distro.components().values().stream()
                        .filter(one -> one.place().file().equals(definition))
                        .limit(2)
                        .count()
                == 1;
        if (alone || !component.build().isEmpty()) {
            files.add(definition);
        }
        files.removeIf(TreePaths::isAbsolute);
        return files;
    }

    private RenderedBasis read(SourceTree tree, String commit) throws IOException {
        Read known = read.get(commit);
        if (known == null) {
            CommitTree files = CommitTree.open(tree.root(), commit, tree.outsideFiles());
            String hash = commit.substring(0, SHORT_HASH);
            String words = commit.equals(head) ? "HEAD (" + hash + ")" : "commit " + hash;
            known = new Read(files, new RenderedBasis(words, loader.load(files)));
            read.put(commit, known);
            forgetOldest();
        }
        return known.basis();
    }

    private void forgetOldest() {
        Iterator<Map.Entry<String, Read>> oldest = read.entrySet().iterator();
        while (read.size() > MOST_KEPT && oldest.hasNext()) {
            Map.Entry<String, Read> entry = oldest.next();
            if (!entry.getKey().equals(head)) {
                oldest.remove();
            }
        }
    }

    @Override
    public synchronized void close() {
        history.ifPresent(CommitHistory::close);
        history = Optional.empty();
        opened = Optional.empty();
        read.values().forEach(one -> one.tree().close());
        read.clear();
        chosen.clear();
        head = "";
    }
}
