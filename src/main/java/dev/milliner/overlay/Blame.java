package dev.milliner.overlay;

import dev.milliner.spec.Spec;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.diff.RawText;

/**
 * For every line of the prepared sources, the step that put it there. Steps count from 1 here; 0 is upstream's own line.
 */
public final class Blame {
    /** Stands for what azldev adds around the steps: the macros file and the {@code sources} file. */
    public static final int AROUND = -1;

    private static final int[] NONE = {};

    private final Sources original;
    private final NavigableMap<String, int[]> owners;

    private Blame(Sources original, NavigableMap<String, int[]> owners) {
        this.original = original;
        this.owners = owners;
    }

    /** Follows every line through the first steps of an application. */
    public static Blame of(OverlayApplication application, int steps) {
        NavigableMap<String, int[]> owners = new TreeMap<>();
        Sources original = application.original();
        List<OverlayStep> applied = application.steps();
        Sources current = original;
        for (int i = 0; i < Math.min(steps, applied.size()); i++) {
            follow(original, owners, current, applied.get(i).before(), AROUND);
            follow(original, owners, applied.get(i).before(), applied.get(i).after(), i + 1);
            current = applied.get(i).after();
        }
        if (steps >= applied.size()) {
            follow(original, owners, current, application.result(), AROUND);
        }
        return new Blame(original, owners);
    }

    /** Follows every line through all steps. */
    public static Blame of(OverlayApplication application) {
        return of(application, application.steps().size());
    }

    /** The files that a step changed, also where they became again what they were. */
    public Set<String> touched() {
        return Collections.unmodifiableSet(owners.keySet());
    }

    private static void follow(
            Sources original, NavigableMap<String, int[]> owners, Sources before, Sources after, int number) {
        if (before.files().equals(after.files())) {
            return;
        }
        List<FileChange> changes = FileChange.between(before, after);
        Map<SourceFile, int[]> gone = new HashMap<>();
        for (FileChange change : changes) {
            change.before()
                    .filter(file -> change.isGone())
                    .ifPresent(file -> gone.put(file, owned(original, owners, change.file())));
        }
        Map<String, int[]> news = new HashMap<>();
        for (FileChange change : changes) {
            change.after().ifPresent(file -> {
                // A renamed file brings its lines along.
                int[] moved = change.isNew() ? gone.get(file) : null;
                news.put(
                        change.file(),
                        moved != null ? moved : replaced(owned(original, owners, change.file()), change, number));
            });
        }
        changes.forEach(change -> owners.put(change.file(), NONE));
        owners.putAll(news);
    }

    /** What no step has touched is upstream's, line for line. */
    private static int[] owned(Sources original, NavigableMap<String, int[]> owners, String file) {
        int[] known = owners.get(file);
        return known != null
                ? known
                : original.file(file).map(text -> new int[lines(text)]).orElse(NONE);
    }

    private static int[] replaced(int[] before, FileChange change, int number) {
        int[] after = new int[change.after().map(Blame::lines).orElse(0)];
        if (change.hunks().isEmpty() && change.isNew()) {
            Arrays.fill(after, number);
            return after;
        }
        int from = 0;
        int to = 0;
        for (Hunk hunk : change.hunks()) {
            System.arraycopy(before, from, after, to, hunk.beforeStart() - from);
            Arrays.fill(after, hunk.afterStart(), hunk.afterEnd(), number);
            from = hunk.beforeEnd();
            to = hunk.afterEnd();
        }
        System.arraycopy(before, from, after, to, Math.min(before.length - from, after.length - to));
        return after;
    }

    private static int lines(SourceFile file) {
        Optional<Spec> known = file.lines();
        if (known.isPresent()) {
            return known.get().lines().size();
        }
        return RawText.isBinary(file.bytes()) ? 0 : new RawText(file.bytes()).size();
    }

    /** The step that each line of a file comes from, by line from 0; empty for a file that is not there. */
    public int[] owners(String file) {
        return owned(original, owners, file).clone();
    }
}
