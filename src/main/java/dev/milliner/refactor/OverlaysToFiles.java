package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Format;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayMetadata;
import dev.milliner.ground.Amount;
import dev.milliner.language.TomlQuotes;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the overlays that a component's own file holds into overlay files: one for each run of overlays with the same
 * metadata.
 *
 * @param component its name
 * @param category the category of overlays that say no reason; azldev demands one of an overlay file
 * @param status how these stand to upstream
 */
public record OverlaysToFiles(String component, String category, String status) implements Refactoring {
    /** With the reason that says least. */
    public OverlaysToFiles(String component) {
        this(component, "azl-compatibility", "unknown");
    }

    @Override
    public String title() {
        return "Move the overlays of '" + component + "' into overlay files";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Component known = Sought.component(draft.distro(), component);
        String file = known.place().file();
        Unit unit = Sought.defined(draft, known);
        List<String> path = List.of("components", component, "overlays");
        List<WrittenOverlay> written = WrittenOverlay.all(unit.file(), path);
        if (written.isEmpty()) {
            throw new Obstacle("'" + component + "' has no overlays in " + file + ".");
        }
        if (!Customise.isAlone(unit)) {
            throw new Obstacle(
                    "'" + component + "' shares " + file
                            + " with others, where overlay files would be taken for theirs too. Give it a file of its own first.");
        }
        OverlayFolder folder = OverlayFolder.of(draft, known);
        List<Overlay> own = known.overlays().stream()
                .filter(overlay -> overlay.layer().equals("component"))
                .toList();
        int lacking = write(draft, known, folder, written, own);
        draft.write(file, without(unit.file(), path, written));
        if (!folder.isKnown()) {
            draft.write(file, naming(draft.file(file), folder.pattern()));
        }
        if (lacking == 0) {
            return Outcome.same();
        }
        String remark = Amount.of(lacking, "overlay") + Amount.either(lacking, " gets", " get")
                + " the metadata that azldev demands: " + category + ", " + status + ".";
        return Outcome.of(Set.of(Difference.changed("components", component)))
                .saying(List.of(remark))
                .held(after -> sameButForReasons(known, after));
    }

    /** Writes the files; says how many overlays had no metadata. */
    private int write(
            Draft draft, Component known, OverlayFolder folder, List<WrittenOverlay> written, List<Overlay> own)
            throws Obstacle {
        int lacking = 0;
        int number = 0;
        int at = 0;
        while (at < written.size()) {
            Optional<OverlayMetadata> reason = own.get(at).metadata();
            int end = at + 1;
            while (end < written.size() && own.get(end).metadata().equals(reason)) {
                end++;
            }
            lacking += reason.isPresent() ? 0 : end - at;
            String path = folder.file(draft, ++number, slug(own.get(at)));
            String text = text(written.subList(at, end));
            String from = TreePaths.folder(known.place().file());
            draft.write(
                    path,
                    MovedPaths.moved(draft.distro().tree(), Format.OVERLAY_FILE, text, from, TreePaths.folder(path)));
            at = end;
        }
        return lacking;
    }

    private String text(List<WrittenOverlay> run) {
        String given = run.getFirst().metadata();
        String metadata = given.isEmpty()
                ? "category = " + TomlQuotes.quoted(category) + "\nupstream-status = " + TomlQuotes.quoted(status)
                        + "\n"
                : given;
        StringBuilder text = new StringBuilder("[metadata]\n" + metadata);
        run.forEach(overlay -> text.append("\n")
                .append(overlay.comments())
                .append("[[overlays]]\n")
                .append(overlay.body()));
        return text.toString().replace("\r\n", "\n");
    }

    /** A few words of what the first overlay of a file is for. */
    private static String slug(Overlay overlay) {
        String words = overlay.description().isEmpty() ? overlay.type() : overlay.description();
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        int cut = plain.length() > 40 ? Math.max(plain.lastIndexOf('-', 40), 1) : plain.length();
        return plain.isEmpty() ? "overlays" : plain.substring(0, cut);
    }

    private static String without(TomlFile file, List<String> path, List<WrittenOverlay> written) {
        List<Stretch> gone = new ArrayList<>();
        written.forEach(overlay -> overlay.lines().ifPresent(gone::add));
        WrittenOverlay.listed(file, path).ifPresent(list -> gone.add(new Stretch(list.line(), list.end())));
        return Cut.of(file, gone);
    }

    private String naming(TomlFile file, String pattern) {
        String line = "overlay-files = [" + TomlQuotes.quoted(pattern) + "]\n";
        List<String> path = List.of("components", component);
        return file.blocks().stream()
                .filter(block -> block.path().equals(path))
                .findFirst()
                .map(block -> file.with(block.content(), line))
                .orElseGet(() -> file.with(
                        file.preamble(),
                        "[components." + TomlQuotes.key(component) + "]\n" + line
                                + (file.blocks().isEmpty() ? "" : "\n")));
    }

    private Optional<String> sameButForReasons(Component before, Distro after) {
        Component now = after.components().get(component);
        boolean same = now != null
                && withoutReasons(before).equals(withoutReasons(now))
                && now.overlays().stream()
                        .allMatch(overlay -> overlay.metadata().isPresent()
                                || !overlay.layer().equals("overlay file"));
        return same ? Optional.empty() : Optional.of("The overlays of '" + component + "' would not stay the same.");
    }

    private static List<List<Object>> withoutReasons(Component component) {
        return component.overlays().stream()
                .map(overlay -> List.<Object>of(
                        overlay.type(),
                        overlay.description(),
                        overlay.file(),
                        overlay.archive(),
                        overlay.section(),
                        overlay.packageName(),
                        overlay.tag(),
                        overlay.value(),
                        overlay.regex(),
                        overlay.replacement(),
                        List.of(overlay.lines(), overlay.source())))
                .toList();
    }
}
