package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.ValueChange;
import dev.milliner.distro.ValueComparison;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a component was over time, in effect.
 *
 * @param name its name
 * @param now the component at the newest commit; empty where it is gone by then
 * @param entries the commits by which it became something else, newest first
 * @param whole whether the entries go back to the first commit
 */
public record ComponentHistory(String name, Optional<Component> now, List<Entry> entries, boolean whole) {
    private static final Pattern OVERLAY = Pattern.compile("overlays\\[(\\d+)]");

    /**
     * A commit by which it became something else.
     *
     * @param commit the commit
     * @param change what became of it
     */
    public record Entry(CommitNote commit, DefinitionChange change) {}

    /**
     * Follows a component back along a line of history. Only commits are resolved that touched what may count for it: of files with many
     * components, their own lines.
     *
     * @param head the full hash of the newest commit to look at
     * @param name the component's name
     * @param most how many entries at most
     */
    public static ComponentHistory of(CommitHistory commits, String head, String name, int most) throws IOException {
        List<Entry> entries = new ArrayList<>();
        OwnStates states = new OwnStates(commits, name);
        List<String> line = commits.line(head);
        Component since = states.at(head);
        Optional<Component> now = Optional.ofNullable(since);
        for (int at = 0; at + 1 < line.size(); at++) {
            if (entries.size() == most) {
                return new ComponentHistory(name, now, List.copyOf(entries), false);
            }
            String commit = line.get(at);
            String before = line.get(at + 1);
            if (states.mayDiffer(before, commit)) {
                Component then = states.at(before);
                if (change(then, since).isPresent()) {
                    // What was resolved last is of a later commit, in which it may stand in other lines.
                    CommitNote note = commits.note(commit);
                    change(then, states.at(commit)).ifPresent(change -> entries.add(new Entry(note, change)));
                }
                since = then;
            }
        }
        CommitNote first = commits.note(line.getLast());
        change(null, states.at(first.commit())).ifPresent(added -> entries.add(new Entry(first, added)));
        return new ComponentHistory(name, now, List.copyOf(entries), true);
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
