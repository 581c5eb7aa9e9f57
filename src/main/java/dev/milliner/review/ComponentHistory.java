package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.ValueChange;
import dev.milliner.distro.ValueComparison;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitNote;
import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a component was over time, in effect.
 *
 * @param name its name
 * @param entries the commits by which it became something else, newest first
 * @param whole whether the entries go back to the first commit
 */
public record ComponentHistory(String name, List<Entry> entries, boolean whole) {
    private static final Pattern OVERLAY = Pattern.compile("overlays\\[(\\d+)]");

    /**
     * A commit by which it became something else.
     *
     * @param commit the commit
     * @param change what became of it
     */
    public record Entry(CommitNote commit, DefinitionChange change) {}

    /** Reads the distro as a commit has it. */
    public interface States {
        /** The distro at a commit. */
        Distro at(String commit) throws IOException;
    }

    /**
     * Follows a component back along a line of history. Only commits are resolved that touched what may count for it: of files with many
     * components, their own lines.
     *
     * @param head the full hash of the newest commit to look at
     * @param name the component's name
     * @param most how many entries at most
     */
    public static ComponentHistory of(CommitHistory commits, States states, String head, String name, int most)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        String at = head;
        String read = at;
        Distro now = states.at(at);
        Set<String> counting = counting(now, name);
        while (entries.size() < most) {
            Optional<CommitNote> touched = commits.lastToTouch(at, counting);
            if (touched.isEmpty()) {
                return new ComponentHistory(name, List.copyOf(entries), true);
            }
            Optional<String> before = commits.before(touched.get().commit());
            if (before.isEmpty()) {
                change(null, now.components().get(name))
                        .ifPresent(first -> entries.add(new Entry(touched.get(), first)));
                return new ComponentHistory(name, List.copyOf(entries), true);
            }
            if (!mayCount(commits, before.get(), touched.get().commit(), counting, name)) {
                at = before.get();
                continue;
            }
            Distro then = states.at(before.get());
            if (change(then.components().get(name), now.components().get(name)).isPresent()) {
                // What was resolved last may be of a later commit, in which it stands in other lines.
                Distro after = at.equals(read) ? now : states.at(touched.get().commit());
                change(then.components().get(name), after.components().get(name))
                        .ifPresent(change -> entries.add(new Entry(touched.get(), change)));
            }
            at = before.get();
            read = at;
            now = then;
            counting = counting(now, name);
        }
        return new ComponentHistory(name, List.copyOf(entries), false);
    }

    /** Tells whether any file differs in what is not of other components. */
    private static boolean mayCount(
            CommitHistory commits, String before, String after, Set<String> counting, String name) throws IOException {
        for (String path : commits.differing(before, after, counting)) {
            Optional<byte[]> then = commits.content(before, path);
            Optional<byte[]> now = commits.content(after, path);
            if (then.isEmpty() || now.isEmpty() || OwnParts.differ(then.get(), now.get(), name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<DefinitionChange> change(@Nullable Component then, @Nullable Component now) {
        if (then == null) {
            return Optional.ofNullable(now).map(added -> new Added(added, Optional.empty()));
        }
        if (now == null) {
            return Optional.of(new Removed(then, Optional.empty()));
        }
        List<ValueChange> values = new ValueComparison().of(then, now);
        return values.isEmpty() ? Optional.empty() : Optional.of(new Changed(then, now, values, Members.NONE));
    }

    /** The files that may count for a component: all but those that define other components alone, packages or images. */
    private static Set<String> counting(Distro distro, String name) {
        Set<String> files = new TreeSet<>(distro.files());
        distro.components().values().forEach(other -> files.remove(other.place().file()));
        Stream.of(distro.packageGroups(), distro.images(), distro.testSuites())
                .flatMap(map -> map.values().stream())
                .forEach(other -> files.remove(((Definition) other).place().file()));
        Stream.of(distro.componentGroups(), distro.distros())
                .flatMap(map -> map.values().stream())
                .forEach(other -> files.add(((Definition) other).place().file()));
        distro.files().stream()
                .filter(file ->
                        !distro.takers(file).isEmpty() && !distro.takers(file).contains(name))
                .forEach(files::remove);
        Optional.ofNullable(distro.components().get(name))
                .ifPresent(own -> files.add(own.place().file()));
        files.removeIf(file -> file.isEmpty() || TreePaths.isAbsolute(file));
        return files;
    }

    /**
     * Since when a value of the component stands as it does.
     *
     * @param component the component now
     * @param value one of its values
     * @return the commit; empty where the entries do not go back so far
     */
    public Optional<CommitNote> since(Component component, ResolvedValue value) {
        Matcher overlay = OVERLAY.matcher(value.path());
        String path = value.path().replaceFirst("\\[\\d+]$", "");
        Predicate<Changed> brings = overlay.matches()
                ? changed -> brings(changed, component.overlays().get(Integer.parseInt(overlay.group(1))))
                : changed ->
                        changed.values().stream().anyMatch(one -> one.path().equals(path));
        return entries.stream()
                .filter(entry -> switch (entry.change()) {
                    case Added added -> true;
                    case Removed removed -> true;
                    case Changed changed -> brings.test(changed);
                })
                .map(Entry::commit)
                .findFirst();
    }

    private static boolean brings(Changed changed, Overlay overlay) {
        return Review.overlays(changed).stream()
                .filter(one -> one instanceof OverlayChange.Added || one instanceof OverlayChange.Changed)
                .anyMatch(one -> OverlayLikeness.said(one.overlay()).equals(OverlayLikeness.said(overlay)));
    }
}
