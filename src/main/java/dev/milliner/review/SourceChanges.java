package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.review.SourceChange.Basis;
import dev.milliner.review.SourceChange.Rendering;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.TreePaths;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.SourceOrigin;
import dev.milliner.upstream.SourceUnavailableException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Works out what becomes of components' prepared sources, by what can be had without the network. */
public final class SourceChanges {
    private final ReviewedState from;
    private final ReviewedState to;
    private final Set<String> touched = new HashSet<>();
    private final RenderedBasis rendered;

    /**
     * Between two states.
     *
     * @param files the files that differ between them
     * @param rendered the state before, with what was rendered in it
     */
    SourceChanges(ReviewedState from, ReviewedState to, List<ChangedFile> files, RenderedBasis rendered) {
        this.from = from;
        this.to = to;
        this.rendered = rendered;
        files.forEach(file -> touched.add(TreePaths.folder(file.path())));
    }

    /**
     * What becomes of one component's.
     *
     * @param before the component in the state before
     * @param after the component in the state after
     */
    public SourceChange of(Component before, Component after) {
        try {
            Optional<FoundSources> then = atHand(from, before);
            Optional<FoundSources> now = atHand(to, after);
            return then.isPresent() && now.isPresent()
                    ? prepared(
                            OverlaidComponent.of(from.distro(), before, then.get()),
                            OverlaidComponent.of(to.distro(), after, now.get()))
                    : since(after);
        } catch (SourceUnavailableException unavailable) {
            return new SourceChange.Unknown(after.name(), unavailable.reason(), isRenderedFirst(before, after));
        }
    }

    private boolean isRenderedFirst(Component before, Component after) {
        try {
            return rendered.rendered(before).file(before.name() + ".spec").isEmpty()
                    && renderedNow(after).file(after.name() + ".spec").isPresent();
        } catch (SourceUnavailableException unreadable) {
            return false;
        }
    }

    /** The sources as they come; empty where only a rendered spec could stand in for them. */
    private static Optional<FoundSources> atHand(ReviewedState state, Component component) {
        try {
            return FoundSources.asTheyComeAtHand(state.distro(), component);
        } catch (SourceUnavailableException none) {
            return Optional.empty();
        }
    }

    private SourceChange prepared(OverlaidComponent before, OverlaidComponent after) {
        OverlayApplication now = after.application();
        return new SourceChange.Known(
                after.component().name(),
                FileChange.between(before.application().result(), now.result()),
                after.found().origin() == SourceOrigin.LOCAL ? Basis.LOCAL : Basis.UPSTREAM,
                now.fault(),
                rendering(after.component()));
    }

    private SourceChange since(Component after) throws SourceUnavailableException {
        OverlaidComponent anew = OverlaidComponent.of(to.distro(), after, rendered);
        return new SourceChange.Known(
                after.name(), anew.changes(), Basis.RENDERED, anew.application().fault(), rendering(after, anew));
    }

    private Rendering rendering(Component after) {
        try {
            return rendering(after, OverlaidComponent.of(to.distro(), after, rendered));
        } catch (SourceUnavailableException unknown) {
            return Rendering.UNKNOWN;
        }
    }

    private Rendering rendering(Component after, OverlaidComponent anew) throws SourceUnavailableException {
        OverlayApplication application = anew.application();
        Sources is = renderedNow(after);
        if (is.files().isEmpty() || !application.succeeded()) {
            return Rendering.UNKNOWN;
        }
        if (isAsDefined(is, application.result(), after.name() + ".spec")) {
            return Rendering.AS_DEFINED;
        }
        return is.equals(application.original()) ? Rendering.FORGOTTEN : Rendering.OTHERWISE;
    }

    /** What is rendered of a component, which was read before where no file of it differs. */
    private Sources renderedNow(Component after) throws SourceUnavailableException {
        String spec = after.renderedSpec();
        String folder = TreePaths.folder(to.distro().tree().relative(spec));
        Component before = from.distro().components().get(after.name());
        if (before != null
                && before.renderedSpec().equals(spec)
                && touched.stream().noneMatch(one -> one.equals(folder) || one.startsWith(folder + "/"))) {
            return rendered.rendered(before);
        }
        return FoundSources.rendered(to.distro(), after);
    }

    /** azldev keeps of upstream's files those alone that the spec names, so that one may come or go by what the spec says. */
    private static boolean isAsDefined(Sources is, Sources wanted, String specName) {
        String spec = wanted.file(specName).map(SourceFile::text).orElse("");
        Set<String> files = new TreeSet<>(is.files().keySet());
        files.addAll(wanted.files().keySet());
        return files.stream().allMatch(file -> {
            Optional<SourceFile> one = is.file(file);
            Optional<SourceFile> other = wanted.file(file);
            return one.equals(other)
                    || (other.isEmpty() && spec.contains(file))
                    || (one.isEmpty() && !spec.contains(file));
        });
    }
}
