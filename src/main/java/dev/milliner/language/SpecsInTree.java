package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.util.Optional;

/** Specs as they lie in the tree. */
final class SpecsInTree implements SpecTexts {
    @Override
    public Optional<SpecText> of(Distro distro, Component component) {
        String path =
                component.spec().path().filter(local -> component.isLocal()).orElse(component.renderedSpec());
        return path.isEmpty()
                ? Optional.empty()
                : distro.tree()
                        .read(path)
                        .map(text -> new SpecText(distro.tree().relative(path), text));
    }
}
