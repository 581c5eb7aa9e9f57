package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import dev.milliner.review.Chapter;
import dev.milliner.review.Whereabouts;
import dev.milliner.text.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Stages what an item of a review stands in: the hunks that hold its edits, and files that are wholly about it. */
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
            if (isWithin(chapter.where(), path)) {
                whole.add(file.path());
            } else if (names(chapter.where(), path)) {
                if (file.how() != PendingFile.How.CHANGED) {
                    whole.add(file.path());
                } else {
                    parts += stageHunks(file.path(), path, chapter.where(), isStaged);
                }
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
            boolean whole = isWithin(chapter.where(), path)
                    || (names(chapter.where(), path) && file.how() != PendingFile.How.CHANGED);
            if (whole) {
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

    private static Set<Integer> its(PendingText text, String path, Whereabouts where) {
        Set<Integer> its = new TreeSet<>();
        for (int number = 0; number < text.hunks().size(); number++) {
            if (holds(text.hunks().get(number), path, where)) {
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

    private int stageHunks(String file, String path, Whereabouts where, boolean isStaged) throws IOException {
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

    private static boolean holds(Hunk hunk, String path, Whereabouts where) {
        return where.after().stream()
                        .filter(place -> place.file().equals(path))
                        .anyMatch(place -> meets(place, hunk.afterStart(), hunk.afterEnd()))
                || where.before().stream()
                        .filter(place -> place.file().equals(path))
                        .anyMatch(place -> meets(place, hunk.beforeStart(), hunk.beforeEnd()));
    }

    /** Lines of places count from 1, and the last is part of them. What is only removed stands between two lines. */
    private static boolean meets(Place place, int start, int end) {
        int first = place.range().line() - 1;
        int last = place.range().endLine() - 1;
        return start == end ? first < start && start <= last + 1 : first < end && start <= last;
    }
}
