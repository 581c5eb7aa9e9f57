package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.spec.Section;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Searches and replacements that may explain a stretch; a line may become several. */
final class ReplaceCandidates {
    /** Of longer stretches only lines in the same place are held against each other. */
    private static final int MOST_PAIRS = 36;

    private final FileChange change;
    private final SpecHunk hunk;
    /** The lines that do not stay as they are, and those beside which others come. */
    private final BitSet touched = new BitSet();

    ReplaceCandidates(FileChange change, SpecHunk hunk) {
        this.change = change;
        this.hunk = hunk;
        for (Hunk one : change.hunks()) {
            int from = one.removed() == 0 ? Math.max(0, one.beforeStart() - 1) : one.beforeStart();
            touched.set(from, one.removed() == 0 ? one.beforeEnd() + 1 : one.beforeEnd());
        }
    }

    Stream<Change> all() {
        return hunk.removed().isEmpty() ? beside() : Stream.concat(inPlace(), alike());
    }

    private Stream<Change> alike() {
        return Likeness.in(change).stream()
                .flatMap(exchange -> scoped(hunk.removed().getFirst().section(), exchange).stream());
    }

    private Stream<Change> inPlace() {
        List<SpecRead> old = hunk.removed();
        List<String> now = hunk.addedTexts();
        List<Change> changes = new ArrayList<>();
        boolean few = old.size() * now.size() <= MOST_PAIRS;
        for (int i = 0; i < old.size(); i++) {
            for (int k = few ? 0 : i; k < (few ? now.size() : Math.min(i + 1, now.size())); k++) {
                changes.addAll(between(old.get(i), now.get(k)));
            }
        }
        if (now.size() > old.size()) {
            int more = now.size() - old.size() + 1;
            changes.addAll(between(old.getLast(), String.join("\n", now.subList(now.size() - more, now.size()))));
            changes.addAll(between(old.getFirst(), String.join("\n", now.subList(0, more))));
        }
        if (now.isEmpty()) {
            return Stream.empty();
        }
        return changes.stream();
    }

    private List<Change> between(SpecRead old, String now) {
        if (old.line() instanceof SpecLine.Header || old.text().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Exchange exchange : Exchanges.between(old.text(), now)) {
            changes.addAll(scoped(old.section(), exchange));
        }
        return changes;
    }

    /** The same for all of the spec, for a section, and for that of a package; what matches a line that stays is left out. */
    private List<Change> scoped(Section section, Exchange exchange) {
        return Stream.of(
                        new Section(section.kind(), "", ""),
                        new Section(section.kind(), section.name(), ""),
                        new Section(section.kind(), section.name(), section.packageName()))
                .distinct()
                .filter(scope -> sparesOthers(scope, exchange))
                .<Change>map(scope -> new Change.SearchReplace(
                        scope.name(), scope.packageName(), exchange.regex(), exchange.replacement()))
                .toList();
    }

    private boolean sparesOthers(Section scope, Exchange exchange) {
        for (SpecRead read : hunk.now()) {
            if (!touched.get(read.number())
                    && !(read.line() instanceof SpecLine.Header)
                    && (scope.name().isEmpty() || read.section().name().equals(scope.name()))
                    && (scope.packageName().isEmpty()
                            || read.section().packageName().equals(scope.packageName()))
                    && exchange.mayMatch().test(read.text())) {
                return false;
            }
        }
        return true;
    }

    /** What comes in the middle of a section comes with a line beside it. */
    private Stream<Change> beside() {
        return new LineCandidates(hunk).blocks().flatMap(block -> {
            String lines = String.join("\n", block.lines());
            return Stream.concat(
                    anchored(block.at() - 1, lines, true).stream(), anchored(block.at(), lines, false).stream());
        });
    }

    private List<Change> anchored(int line, String lines, boolean above) {
        if (line < 0
                || line >= hunk.now().size()
                || hunk.isHeader(line)
                || hunk.text(line).isBlank()) {
            return List.of();
        }
        String anchor = hunk.text(line);
        return scoped(
                hunk.section(line), Exchange.ofLine(anchor, above ? anchor + "\n" + lines : lines + "\n" + anchor));
    }
}
