package dev.milliner.upstream;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.overlay.Blame;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong or doubtful about a component's overlays, as problems with places. */
public final class OverlayJudgement {
    /** More neighbours than this are not tried; each try applies two overlays. */
    private static final int MOST_PAIRS = 40;

    private static final Pattern OPENS = Pattern.compile("%if(n?arch|n?os)?\\b");

    private static final Pattern CLOSES = Pattern.compile("%endif\\b");

    private OverlayJudgement() {}

    /** Judges all overlays of a component. */
    public static List<Problem> of(OverlaidComponent overlaid) {
        List<Problem> problems = new ArrayList<>();
        for (OverlayEffect effect : overlaid.effects()) {
            reason(overlaid, effect.overlay(), effect.number(), problems);
            judge(overlaid, effect, problems);
        }
        undone(overlaid, problems);
        order(overlaid, problems);
        conditionals(overlaid, problems);
        return List.copyOf(problems);
    }

    private static void judge(OverlaidComponent overlaid, OverlayEffect effect, List<Problem> problems) {
        OverlayVerdict verdict = effect.verdict();
        Overlay overlay = effect.overlay();
        String what =
                "Overlay " + effect.number() + " of " + overlaid.component().name();
        switch (verdict.kind()) {
            case FAILS ->
                problems.add(problem(
                        Severity.ERROR,
                        "overlay-fails",
                        what + " fails: " + effect.error().orElse("") + ". Later overlays are not reached.",
                        overlay));
            case DOUBTFUL ->
                problems.add(
                        effect.changes().isEmpty()
                                ? problem(
                                        Severity.WARNING,
                                        "overlay-no-effect",
                                        noEffect(what, overlay, overlaid.basis()),
                                        overlay)
                                : problem(
                                        Severity.WARNING,
                                        "overlay-matches-many",
                                        what + " changes " + Math.max(effect.added(), effect.removed())
                                                + " lines. Anchor the regular expression if fewer are meant.",
                                        overlay));
            case APPLIES, NOT_REACHED, UNKNOWN -> {
                // Nothing is wrong with these.
            }
        }
    }

    private static String noEffect(String what, Overlay overlay, OverlayBasis basis) {
        String already = basis.isTrue() ? "upstream" : "the " + basis.label();
        return overlay.is(OverlayKind::setsTag)
                ? what + " has no effect: " + already + " already sets " + overlay.tag() + " to this value."
                : what + " has no effect: what it would change is so already.";
    }

    private static void reason(OverlaidComponent overlaid, Overlay overlay, int number, List<Problem> problems) {
        if (overlay.description().isBlank() && overlay.metadata().isEmpty()) {
            problems.add(problem(
                    Severity.NOTE,
                    "overlay-no-reason",
                    "Overlay " + number + " of " + overlaid.component().name()
                            + " gives no reason. Add a description, or metadata with a category.",
                    overlay));
        }
    }

    /** Neighbours whose result is another one when they change places; that they stand in order is easily lost. */
    private static void order(OverlaidComponent overlaid, List<Problem> problems) {
        List<OverlayEffect> effects = overlaid.effects();
        for (int i = 0; i + 1 < Math.min(effects.size(), MOST_PAIRS); i++) {
            OverlayEffect first = effects.get(i);
            OverlayEffect second = effects.get(i + 1);
            boolean comparable = first.isReached()
                    && second.isReached()
                    && first.error().isEmpty()
                    && second.step() == first.step() + 1
                    && second.error().isEmpty()
                    && first.overlay().is(OverlayKind::replacesMatches)
                    && second.overlay().is(OverlayKind::replacesMatches)
                    && first.changes().stream().anyMatch(change -> touches(second, change.file()));
            if (comparable && !overlaid.sameWhenSwapped(i)) {
                problems.add(problem(
                        Severity.NOTE,
                        "overlay-order",
                        "Overlays " + first.number() + " and " + second.number() + " of "
                                + overlaid.component().name()
                                + " give another result when they change places, so their order matters.",
                        second.overlay()));
            }
        }
    }

    /** Two overlays undo each other where a line that the first added is removed by the second and comes as it was. */
    private static void undone(OverlaidComponent overlaid, List<Problem> problems) {
        if (overlaid.effects().stream().noneMatch(effect -> effect.added() > 0)) {
            return;
        }
        Set<Integer> left = new HashSet<>();
        Blame blame = overlaid.blame();
        // A file that was taken back and is added again differs in nothing from what was rendered.
        blame.touched().forEach(file -> Arrays.stream(blame.owners(file))
                .distinct()
                .forEach(owner -> left.add(overlaid.numberOfStep(owner))));
        for (OverlayEffect effect : overlaid.effects()) {
            boolean addedLines = effect.added() > 0 && effect.error().isEmpty();
            if (addedLines && !left.contains(effect.number())) {
                problems.add(problem(
                        Severity.WARNING,
                        "overlay-undone",
                        "Nothing that overlay " + effect.number() + " of "
                                + overlaid.component().name()
                                + " adds is left in the end: a later overlay replaces or removes it.",
                        effect.overlay()));
            }
        }
    }

    private static void conditionals(OverlaidComponent overlaid, List<Problem> problems) {
        String spec = overlaid.component().name() + ".spec";
        for (OverlayEffect effect : overlaid.effects()) {
            int opened = effect.isReached() && effect.error().isEmpty() ? opened(effect, spec) : 0;
            if (opened != 0 && isBalancedBefore(overlaid, effect, spec)) {
                problems.add(problem(
                        Severity.ERROR,
                        "overlay-unbalanced-if",
                        "Overlay " + effect.number() + " leaves the spec with "
                                + (opened > 0 ? "an %if without %endif." : "an %endif without %if."),
                        effect.overlay()));
            }
        }
    }

    /** How many conditionals more are open after an overlay than before it. */
    private static int opened(OverlayEffect effect, String spec) {
        int opened = 0;
        for (FileChange change : effect.changes()) {
            if (change.file().equals(spec)) {
                for (Hunk hunk : change.hunks()) {
                    opened += openConditionals(change.addedLines(hunk)) - openConditionals(change.removedLines(hunk));
                }
            }
        }
        return opened;
    }

    private static boolean isBalancedBefore(OverlaidComponent overlaid, OverlayEffect effect, String spec) {
        Sources before = overlaid.application().steps().get(effect.step()).before();
        String text = before.file(spec).map(SourceFile::text).orElse("");
        return openConditionals(List.of(text.split("\n", -1))) == 0;
    }

    private static boolean touches(OverlayEffect effect, String file) {
        return effect.changes().stream().anyMatch(change -> change.file().equals(file));
    }

    private static int openConditionals(List<String> lines) {
        int open = 0;
        for (String line : lines) {
            String trimmed = line.strip();
            if (trimmed.startsWith("%if") && OPENS.matcher(trimmed).lookingAt()) {
                open++;
            } else if (trimmed.startsWith("%endif") && CLOSES.matcher(trimmed).lookingAt()) {
                open--;
            }
        }
        return open;
    }

    private static Problem problem(Severity severity, String code, String message, Overlay overlay) {
        return new Problem(severity, code, message, overlay.place());
    }
}
