package dev.milliner.workbench.overlays;

import dev.milliner.build.evaluate.ComponentEvaluator;
import dev.milliner.build.evaluate.DistroMacros;
import dev.milliner.build.evaluate.EvaluationLimits;
import dev.milliner.build.evaluate.EvaluationUnavailableException;
import dev.milliner.build.evaluate.TrustedTree;
import dev.milliner.build.evaluate.TrustedTrees;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.ground.FileTrouble;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.SourceUnavailableException;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks rpm what the overlays and build options of the component in focus change, again when an edit has come to rest, where
 * the user trusts the tree. Nothing is asked before.
 */
public final class RpmDesk {
    /** How long nothing is typed before rpm is asked, in milliseconds. */
    private static final Duration REST = Duration.ofMillis(500);

    private final OverlayDesk desk;
    private final TrustedTrees trusted;
    private final Later later = new Later(Wording.of("activity.rpm"));
    private final Rest rest = new Rest(REST, () -> ask(false));
    private final ReadOnlyObjectWrapper<RpmAnswer> answer = new ReadOnlyObjectWrapper<>(new RpmAnswer.Nothing());
    /** Fetched once; only the thread that asks uses it. */
    private @Nullable DistroMacros macros;

    private String subject = "";
    private @Nullable Told told;

    /**
     * Asks for what a desk shows.
     *
     * @param trusted which trees the user trusts
     */
    public RpmDesk(OverlayDesk desk, TrustedTrees trusted) {
        this.desk = desk;
        this.trusted = trusted;
        desk.shownProperty().subscribe(this::changed);
    }

    /** What it has said. Changes on the JavaFX thread. */
    ReadOnlyObjectProperty<RpmAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** What is wrong with the prepared spec by what it has said last. */
    public List<Problem> problems() {
        return answer.get() instanceof RpmAnswer.Told told
                ? told.evaluation().problem().stream().toList()
                : List.of();
    }

    /** Tells whenever it has said something. */
    public void onAnswer(Runnable listener) {
        answer.addListener((property, before, now) -> listener.run());
    }

    /** Remembers that the user trusts the tree, which has just been said, and asks. */
    void trust() {
        ask(true);
    }

    private void changed(@Nullable OverlayResult shown) {
        OverlaidComponent overlaid = shown == null ? null : shown.overlaid();
        if (overlaid == null || !overlaid.component().name().equals(subject)) {
            later.cancel();
            subject = overlaid == null ? "" : overlaid.component().name();
            told = null;
            answer.set(new RpmAnswer.Nothing());
        }
        if (overlaid != null) {
            rest.begin();
        } else {
            rest.end();
        }
    }

    private void ask(boolean isTrustGiven) {
        OverlayResult shown = desk.shownProperty().get();
        OverlaidComponent overlaid = shown == null ? null : shown.overlaid();
        Distro distro = desk.state();
        if (overlaid == null || distro == null) {
            return;
        }
        if (isTrustGiven) {
            answer.set(new RpmAnswer.Asking());
        }
        Told before = told;
        later.ask(() -> work(distro, overlaid, before, isTrustGiven), now -> {
            told = now instanceof RpmAnswer.Told ? new Told(overlaid, now) : null;
            answer.set(now);
        });
    }

    /** Files are read and sources compared here, so this never runs on the screen's thread. */
    private RpmAnswer work(Distro distro, OverlaidComponent overlaid, @Nullable Told before, boolean isTrustGiven) {
        if (!changesSomething(overlaid)) {
            return new RpmAnswer.Nothing();
        }
        Path root = distro.tree().root();
        try {
            Optional<TrustedTree> tree = isTrustGiven ? Optional.of(trusted.trust(root)) : trusted.find(root);
            if (tree.isEmpty()) {
                return new RpmAnswer.Untrusted();
            }
            return before != null && before.isOf(overlaid) ? before.answer() : answer(tree.get(), distro, overlaid);
        } catch (IOException unwritable) {
            return new RpmAnswer.Unavailable(
                    Wording.of("overlays.rpm-desk.tree-trusted-cant", FileTrouble.words(unwritable)));
        }
    }

    /** What was told last, and of what. */
    private record Told(OverlaidComponent overlaid, RpmAnswer answer) {
        /** Editing something else makes no other answer. */
        private boolean isOf(OverlaidComponent now) {
            return overlaid.application().original().equals(now.application().original())
                    && overlaid.application().result().equals(now.application().result())
                    && overlaid.component().overlays().equals(now.component().overlays());
        }
    }

    private static boolean changesSomething(OverlaidComponent overlaid) {
        return !overlaid.application().original().equals(overlaid.application().result());
    }

    private RpmAnswer answer(TrustedTree tree, Distro distro, OverlaidComponent overlaid) {
        try {
            DistroMacros known = macros == null ? DistroMacros.of(distro) : macros;
            macros = known;
            return new RpmAnswer.Told(ComponentEvaluator.of(tree, distro, EvaluationLimits.USUAL, known)
                    .evaluate(overlaid));
        } catch (EvaluationUnavailableException | SourceUnavailableException unavailable) {
            return new RpmAnswer.Unavailable(String.valueOf(unavailable.getMessage()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new RpmAnswer.Nothing();
        }
    }

    /** Tells whether all that was asked is answered. */
    boolean isSettled() {
        return later.isSettled();
    }

    /** Ends what rpm does. */
    public void close() {
        rest.end();
        later.close();
    }
}
