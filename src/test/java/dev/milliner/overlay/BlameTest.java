package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.SharedMaterial;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.RawText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    /**
     * Every line of a result is either one of the original's, in its order, or was added by the step that blame names;
     * together they are exactly the changed lines.
     */
    @Test
    void blameAddsUpToTheChangedLinesOfAllCases() throws IOException, SourceUnavailableException {
        SharedMaterial.unpack("overlay-cases/overlay-cases.tar.xz", folder);
        Distro distro = new DistroLoader().load(new DiskTree(folder.resolve("proj")));
        int checked = 0;
        for (Component component : distro.components().values()) {
            OverlayApplication application = SourcePreparation.apply(
                    Recipe.of(component), ComponentSources.of(distro, component), ComponentSources.reader(distro));
            for (Map.Entry<String, SourceFile> file :
                    application.result().files().entrySet()) {
                if (!RawText.isBinary(file.getValue().bytes())) {
                    check(component.name(), application, file.getKey(), lines(file.getValue()));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    private static void check(String component, OverlayApplication application, String file, List<String> result) {
        int[] owners = Blame.of(application).owners(file);
        String what = component + " " + file;
        assertThat(owners).as(what).hasSize(result.size());
        List<String> upstream = new ArrayList<>();
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == 0) {
                upstream.add(result.get(i));
            } else if (owners[i] != Blame.AROUND) {
                OverlayStep step = application.steps().get(owners[i] - 1);
                assertThat(addedBy(step)).as(what + " line " + (i + 1)).contains(result.get(i));
            }
        }
        if (!upstream.isEmpty()) {
            assertThat(isInOrder(upstream, original(application, upstream)))
                    .as(what)
                    .isTrue();
        }
    }

    /** The original file that holds the lines; a renamed one has another name there. */
    private static List<String> original(OverlayApplication application, List<String> upstream) {
        return application.original().files().values().stream()
                .filter(file -> !RawText.isBinary(file.bytes()))
                .map(BlameTest::lines)
                .filter(lines -> isInOrder(upstream, lines))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isInOrder(List<String> part, List<String> whole) {
        int at = 0;
        for (String line : whole) {
            if (at < part.size() && part.get(at).equals(line)) {
                at++;
            }
        }
        return at == part.size();
    }

    private static List<String> addedBy(OverlayStep step) {
        List<String> added = new ArrayList<>();
        for (FileChange change : FileChange.between(step.before(), step.after())) {
            change.hunks().forEach(hunk -> added.addAll(change.addedLines(hunk)));
        }
        return added;
    }

    private static List<String> lines(SourceFile file) {
        RawText text = new RawText(file.bytes());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            lines.add(text.getString(i));
        }
        return lines;
    }

    @Test
    void aRenamedFileBringsItsLinesAlong() {
        SourceFile text = new SourceFile("a\nb\n".getBytes(StandardCharsets.UTF_8), 0644);
        Sources before = new Sources(new TreeMap<>(Map.of("old", text)));
        Sources after = new Sources(new TreeMap<>(Map.of("new", text)));
        OverlayStep step = new OverlayStep(
                0, java.util.Optional.empty(), "file-rename", before, after, java.util.Optional.empty());
        OverlayApplication application =
                new OverlayApplication(before, List.of(step), after, java.util.Optional.empty());
        assertThat(Blame.of(application).owners("new")).containsExactly(0, 0);
    }
}
