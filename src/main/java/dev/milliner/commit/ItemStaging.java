package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import dev.milliner.review.Chapter;
import dev.milliner.review.Whereabouts;
import dev.milliner.text.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Stages what an item of a review stands in: the parts of hunks that hold its edits, and files that are wholly about it. */
public final class ItemStaging {
    private final WorkRepository repository;
    private final Staging staging;
    private final List<PendingFile> files;
    private final Map<String, PendingText> texts = new HashMap<>();

    /**
     * In a repository.
     *
     * @param files the files that differ from the last commit
     */
    public ItemStaging(WorkRepository repository, List<PendingFile> files) {
        this.repository = repository;
        this.staging = new Staging(repository);
        this.files = List.copyOf(files);
    }

    private PendingText text(String file) throws IOException {
        PendingText known = texts.get(file);
        if (known == null) {
            known = staging.text(file);
            texts.put(file, known);
        }
        return known;
    }

    /**
     * Stages an item, or takes it out of the next commit.
     *
     * @param chapter an item of the review of the work tree against the last commit
     * @return how many files have parts of it; none where it can't be told where it stands
     */
    public int stage(Chapter chapter, boolean isStaged) throws IOException {
        List<String> whole = new ArrayList<>();
        int parts = 0;
        for (PendingFile file : files) {
            String path = repository.inTree(file.path()).orElse("");
            if (path.isEmpty()) {
                continue;
            }
            if (isWhole(chapter.where(), path, file)) {
                whole.add(file.path());
            } else if (names(chapter.where(), path)) {
                parts += stageParts(file.path(), path, chapter.where(), isStaged);
            }
        }
        if (!whole.isEmpty()) {
            if (isStaged) {
                staging.stage(whole);
            } else {
                staging.unstage(whole);
            }
        }
        return whole.size() + parts;
    }

    /** How much of an item goes into the next commit; none too where it can't be told where it stands. */
    public PendingFile.Staged staged(Chapter chapter) throws IOException {
        boolean some = false;
        boolean all = true;
        for (PendingFile file : files) {
            String path = repository.inTree(file.path()).orElse("");
            if (isWhole(chapter.where(), path, file)) {
                some |= file.staged() != PendingFile.Staged.NONE;
                all &= file.staged() == PendingFile.Staged.WHOLE;
            } else if (names(chapter.where(), path)) {
                PendingText text = text(file.path());
                Set<Integer> its = its(text, path, chapter.where());
                some |= its.stream().anyMatch(text.staged()::contains);
                all &= text.staged().containsAll(its);
            }
        }
        return !some ? PendingFile.Staged.NONE : all ? PendingFile.Staged.WHOLE : PendingFile.Staged.PART;
    }

    /**
     * The items that are staged with each, as they stand in the same lines or in a file that is staged whole.
     *
     * @param chapters items of the same review
     * @return for each of them the titles of those others
     */
    public List<List<String>> together(List<Chapter> chapters) throws IOException {
        List<Set<String>> parts = new ArrayList<>();
        for (Chapter chapter : chapters) {
            parts.add(partsOf(chapter));
        }
        List<List<String>> all = new ArrayList<>();
        for (int one = 0; one < chapters.size(); one++) {
            List<String> others = new ArrayList<>();
            for (int other = 0; other < chapters.size(); other++) {
                if (other != one && !Collections.disjoint(parts.get(one), parts.get(other))) {
                    others.add(chapters.get(other).title());
                }
            }
            all.add(List.copyOf(others));
        }
        return all;
    }

    /** What an item stands in, each part by a name of its own. */
    private Set<String> partsOf(Chapter chapter) throws IOException {
        Set<String> found = new TreeSet<>();
        for (PendingFile file : files) {
            String path = repository.inTree(file.path()).orElse("");
            if (isWhole(chapter.where(), path, file)) {
                found.add(path);
            } else if (names(chapter.where(), path)) {
                its(text(file.path()), path, chapter.where()).forEach(part -> found.add(path + ":" + part));
            }
        }
        return found;
    }

    private static boolean isWhole(Whereabouts where, String path, PendingFile file) {
        return isWithin(where, path) || (names(where, path) && file.how() != PendingFile.How.CHANGED);
    }

    private static Set<Integer> its(PendingText text, String path, Whereabouts where) {
        Set<Integer> its = new TreeSet<>();
        for (int number = 0; number < text.parts().size(); number++) {
            if (holds(text, text.parts().get(number), path, where)) {
                its.add(number);
            }
        }
        return its;
    }

    private static boolean isWithin(Whereabouts where, String path) {
        return where.paths().stream().anyMatch(one -> one.endsWith("/") ? path.startsWith(one) : path.equals(one));
    }

    private static boolean names(Whereabouts where, String path) {
        return where.after().stream().anyMatch(place -> place.file().equals(path))
                || where.before().stream().anyMatch(place -> place.file().equals(path));
    }

    private int stageParts(String file, String path, Whereabouts where, boolean isStaged) throws IOException {
        PendingText text = staging.text(file);
        Set<Integer> its = its(text, path, where);
        if (its.isEmpty()) {
            return 0;
        }
        Set<Integer> chosen = new TreeSet<>(text.staged());
        if (isStaged ? chosen.addAll(its) : chosen.removeAll(its)) {
            staging.stage(text, chosen);
        }
        return 1;
    }

    private static boolean holds(PendingText text, Hunk part, String path, Whereabouts where) {
        boolean beginsTable = beginsTable(text.removed(part)) || beginsTable(text.added(part));
        return where.after().stream()
                        .filter(place -> place.file().equals(path))
                        .anyMatch(place -> meets(place, part.afterStart(), part.afterEnd(), beginsTable))
                || where.before().stream()
                        .filter(place -> place.file().equals(path))
                        .anyMatch(place -> meets(place, part.beforeStart(), part.beforeEnd(), beginsTable));
    }

    private static boolean beginsTable(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.startsWith("["))
                .isPresent();
    }

    /**
     * Lines of places count from 1, and the last is part of them. What is only removed stands between two lines: within a place, or
     * right behind it where it was not another table.
     */
    private static boolean meets(Place place, int start, int end, boolean beginsTable) {
        int first = place.range().line() - 1;
        int last = place.range().endLine() - 1;
        return start == end ? first < start && start <= (beginsTable ? last : last + 1) : first < end && start <= last;
    }
}
