package dev.milliner.search;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.search.SpecIndex.Indexed;
import dev.milliner.source.BoundedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Search in the rendered specs of a distro, of which there are thousands, by an index in the user's cache. The index says where
 * it is worth looking; what is found is what the files hold now. Safe for several threads.
 */
public final class SpecSearch {
    /** More hits than this are not collected. */
    public static final int MOST = 20_000;

    private final SpecIndexFile file;
    private final Path root;
    private volatile @Nullable SpecIndex index;

    /**
     * A search.
     *
     * @param root the tree's root
     * @param cache the folder for indexes
     */
    public SpecSearch(Path root, Path cache) {
        this.root = root.toAbsolutePath().normalize();
        this.file = new SpecIndexFile(cache, this.root);
    }

    private synchronized SpecIndex index() {
        SpecIndex known = index;
        if (known == null) {
            known = file.read();
            index = known;
        }
        return known;
    }

    /**
     * Searches: first where the index leads, then in what is not in it as it is on the disk.
     *
     * @param wanted whether the answer is still wanted; asked before each file
     * @param found told of each file with hits as soon as it is searched
     * @return how many places were found
     */
    public int find(Distro distro, TextSearch search, BooleanSupplier wanted, Consumer<FileHits> found) {
        int count = 0;
        SpecIndex now = index();
        Set<String> searched = new HashSet<>();
        for (Indexed one : now.candidates(RequiredText.of(search))) {
            if (count >= MOST || !wanted.getAsBoolean()) {
                return count;
            }
            searched.add(one.path());
            count += in(one.path(), content(one.path()), search, found);
        }
        Map<String, Indexed> changed = changed(distro, now);
        for (Indexed one : changed.values()) {
            if (count >= MOST || !wanted.getAsBoolean()) {
                return count;
            }
            boolean again = searched.contains(one.path());
            count += again ? 0 : in(one.path(), content(one.path()), search, found);
        }
        return count;
    }

    /**
     * Brings the index up to date with what the disk holds; this takes seconds where there is none yet.
     *
     * @throws IOException if the index cannot be written
     */
    public void bringUpToDate(Distro distro, BooleanSupplier wanted) throws IOException {
        SpecIndex now = index();
        bringUpToDate(distro, now, changed(distro, now), wanted);
    }

    private void bringUpToDate(Distro distro, SpecIndex now, Map<String, Indexed> changed, BooleanSupplier wanted)
            throws IOException {
        Set<String> stay = new HashSet<>(now.known().keySet());
        stay.removeAll(changed.keySet());
        Set<String> there = new HashSet<>();
        distro.components().values().forEach(component -> there.add(component.renderedSpec()));
        boolean gone = stay.retainAll(there);
        if (changed.isEmpty() && !gone) {
            return;
        }
        SpecIndexing indexing = new SpecIndexing(now, stay);
        for (Indexed one : changed.values()) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            indexing.add(one, content(one.path()));
        }
        SpecIndex made = indexing.made();
        file.write(made);
        index = made;
    }

    /** The specs that are not in the index as they are. */
    private Map<String, Indexed> changed(Distro distro, SpecIndex now) {
        Map<String, Indexed> known = now.known();
        Map<String, Indexed> changed = new LinkedHashMap<>();
        for (Component component : distro.components().values()) {
            String path = component.renderedSpec();
            try {
                BasicFileAttributes attributes = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
                Indexed is = new Indexed(path, attributes.lastModifiedTime().toMillis(), attributes.size());
                if (attributes.isRegularFile() && !is.equals(known.get(path))) {
                    changed.put(path, is);
                }
            } catch (IOException absent) {
                // Not rendered.
            }
        }
        return changed;
    }

    private byte[] content(String path) {
        try {
            return BoundedFile.read(root.resolve(path), BoundedFile.LARGEST_TEXT);
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private static int in(String path, byte[] content, TextSearch search, Consumer<FileHits> found) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<TextSearch.Match> matches = new ArrayList<>(search.in(text));
        if (!matches.isEmpty()) {
            found.accept(FileHits.of(path, text, matches));
        }
        return matches.size();
    }
}
