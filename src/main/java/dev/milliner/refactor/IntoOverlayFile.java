package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.refactor.WriteOverlays.OverlayFile;
import dev.milliner.refactor.WriteOverlays.Reasoned;
import dev.milliner.source.TreePaths;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes new overlays into an overlay file, which the component is to name only where no pattern of its own takes it in.
 *
 * @param component its name
 * @param overlays the overlays
 * @param added what the files hold that they add, by the name in their {@code source}
 * @param path the file, relative to the tree's root
 * @param category why its overlays are there, for a new one
 * @param status what upstream has of them, for a new one
 */
public record IntoOverlayFile(
        String component,
        List<Reasoned> overlays,
        Map<String, String> added,
        String path,
        String category,
        String status) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");

    /** The category of a file whose overlays nobody has sorted. */
    public static final String CATEGORY = "azl-compatibility";

    /** What upstream has of overlays of which nobody has said it. */
    public static final String STATUS = "unknown";

    /** A file behind the overlay files that a component has, which is not there yet. */
    public static String suggested(Distro distro, Component component) {
        Optional<String> last = distro.files().stream()
                .filter(file -> distro.takers(file).contains(component.name()))
                .max(Comparator.naturalOrder());
        String folder = last.map(TreePaths::folder)
                .orElseGet(
                        () -> TreePaths.join(TreePaths.folder(component.place().file()), "overlays"));
        int number = last.map(TreePaths::name).map(NUMBER::matcher).filter(Matcher::lookingAt).stream()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .findFirst()
                .orElse(0);
        return TreePaths.join(folder, "%04d-%s.overlay.toml".formatted(number + 1, component.name()));
    }

    /** Works it out. Nothing is written. */
    public RefactoringAnswer answer(Refactor refactor) {
        RefactoringAnswer answer = answer(refactor, false);
        return answer instanceof RefactoringAnswer.Refusal ? answer(refactor, true) : answer;
    }

    private RefactoringAnswer answer(Refactor refactor, boolean named) {
        OverlayFile file = new OverlayFile(path, named, category, status);
        return refactor.answer(new WriteOverlays(component, overlays, added, file));
    }
}
