package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.SharedMaterial;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.Applier;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real components with overlays, and the one real rendering that has a state before: all is derived anew, to the byte. */
@SuppressWarnings("NullAway") // what is not there fails the test
class DerivedRealComponentsTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private int same;
    private int people;
    private int derived;

    /** On the rendered spec, as upstream's own is not there; what can't be applied to it again is left out. */
    @Test
    void overlaysOfRealComponents() throws Exception {
        Path root = folder.resolve("azurelinux");
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", root);
        Distro distro = new DistroLoader().load(new DiskTree(root));
        List<Component> overlaid = distro.components().values().stream()
                .filter(component -> !component.overlays().isEmpty())
                .toList();
        Map<String, Path> specs = TrilbyOnRealSpecs.specs(
                folder, overlaid.stream().map(Component::name).collect(Collectors.toSet()));
        for (Component component : overlaid) {
            Path spec = specs.getOrDefault(component.name(), folder).resolve(component.name() + ".spec");
            if (Files.exists(spec)) {
                roundTrip(distro, component, spec);
            }
        }
        System.out.println("real components derived anew: " + same + " the same, " + wrong.size() + " not; " + people
                + " overlays of people that apply, " + derived + " derived");
        assertThat(wrong).isEmpty();
        assertThat(same).isGreaterThan(80);
    }

    private void roundTrip(Distro distro, Component component, Path spec) throws SourceUnavailableException {
        String specName = component.name() + ".spec";
        Sources before = LocalSources.read(new DiskTree(spec.getParent()), specName);
        Applier applier = new Applier(specName, ComponentSources.reader(distro));
        Sources after = before;
        for (Overlay overlay : component.overlays()) {
            try {
                after = applier.apply(Change.of(overlay), after);
                people++;
            } catch (OverlayException applied) {
                // It was when the spec was rendered.
            }
        }
        compare(specName, before, after);
    }

    private void compare(String specName, Sources before, Sources after) {
        Derived found = Derivation.between(specName, before, after);
        derived += found.changes().size();
        if (found.exact() && found.result().equals(after)) {
            same++;
        } else {
            wrong.add(specName + ": " + found.changes());
        }
    }

    @Test
    void renderingsWithAStateBefore() throws Exception {
        SharedMaterial.unpack("history/rendered.tar.xz", folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> specs = walk.filter(path ->
                            path.toString().endsWith(".spec") && path.toString().contains("/before/"))
                    .toList();
            for (Path spec : specs) {
                Path then = Path.of(spec.toString().replace("/before/", "/after/"));
                String name = spec.getFileName().toString();
                compare(
                        name,
                        LocalSources.read(new DiskTree(spec.getParent()), name),
                        LocalSources.read(new DiskTree(then.getParent()), name));
            }
        }
        System.out.println("real renderings derived: " + same + " the same, " + wrong.size() + " not");
        assertThat(wrong).isEmpty();
        assertThat(same).isPositive();
    }

    /** Of the rendered commits but one only the state after was rendered, so each is held against how the component is rendered today. */
    @Test
    void renderingsOfTheHistoryBecomeThoseOfToday() throws Exception {
        SharedMaterial.unpack("history/rendered.tar.xz", folder);
        Map<String, Path> then = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(path -> path.toString().matches(".*/after/.*[.]spec"))
                    .forEach(spec -> then.put(spec.getFileName().toString().replaceAll("[.]spec$", ""), spec));
        }
        Map<String, Path> today = TrilbyOnRealSpecs.specs(folder, then.keySet());
        for (Map.Entry<String, Path> one : then.entrySet()) {
            String name = one.getKey() + ".spec";
            Path now = today.getOrDefault(one.getKey(), folder).resolve(name);
            if (Files.exists(now)) {
                compare(
                        name,
                        LocalSources.read(new DiskTree(one.getValue().getParent()), name),
                        LocalSources.read(new DiskTree(now.getParent()), name));
            }
        }
        System.out.println("renderings of the history derived into today's: " + same + " the same, " + wrong.size()
                + " not; " + derived + " overlays");
        assertThat(wrong).isEmpty();
        assertThat(same).isGreaterThan(30);
    }
}
