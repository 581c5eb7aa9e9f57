package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.spec.Section;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Searches and replacements that may explain a stretch; a line may become several. */
final class ReplaceCandidates {
    /** Of longer stretches only lines in the same place are held against each other. */
    private static final int MOST_PAIRS = 36;

    private final FileChange change;
    private final SpecHunk hunk;

    ReplaceCandidates(FileChange change, SpecHunk hunk) {
        this.change = change;
        this.hunk = hunk;
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

    private static List<Change> between(SpecRead old, String now) {
        if (old.line() instanceof SpecLine.Header || old.text().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Exchange exchange : Exchanges.between(old.text(), now)) {
            changes.addAll(scoped(old.section(), exchange));
        }
        return changes;
    }

    private static List<Change> scoped(Section section, Exchange exchange) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.SearchReplace("", "", exchange.regex(), exchange.replacement()));
        if (!section.name().isEmpty()) {
            changes.add(new Change.SearchReplace(section.name(), "", exchange.regex(), exchange.replacement()));
        }
        if (!section.packageName().isEmpty()) {
            changes.add(new Change.SearchReplace(
                    section.name(), section.packageName(), exchange.regex(), exchange.replacement()));
        }
        return changes;
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
