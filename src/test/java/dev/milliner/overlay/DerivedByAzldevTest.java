package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Azldev;
import dev.milliner.MemoryFolder;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.OverlayTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** azldev itself makes of derived overlays what it made of people's. Runs where azldev is on the PATH. */
class DerivedByAzldevTest {
    /** With {@code -Dmilliner.derived.azldev=500} all of them; each takes azldev a while. */
    private static final int MOST = Integer.getInteger("milliner.derived.azldev", 40);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void itPreparesTheSame() throws Exception {
        assumeTrue(Azldev.isThere(), "azldev is not on the PATH.");
        OverlayCases all = OverlayCases.unpack(folder);
        List<String> differing = new ArrayList<>();
        int cases = 0;
        for (Map.Entry<String, JsonNode> one : all.expected().properties()) {
            Recipe recipe = all.recipe(one.getKey());
            boolean inArchive = recipe.overlays().stream().map(Overlay::archive).anyMatch(text -> !text.isEmpty());
            if (cases < MOST && one.getValue().get("ok").asBoolean() && !inArchive) {
                cases++;
                look(all, one.getKey(), recipe).ifPresent(differing::add);
            }
        }
        System.out.printf("azldev on derived overlays: of %d cases %d differ%n", cases, differing.size());
        assertThat(differing).isEmpty();
        assertThat(cases).isPositive();
    }

    private Optional<String> look(OverlayCases all, String name, Recipe recipe) throws Exception {
        Path wanted = all.root().resolve("result").resolve(name);
        Sources original = all.sources(name);
        Sources after = SourceFrame.unfinished(recipe, sources(wanted, original));
        Derived derived = Derivation.between(recipe.specName(), SourceFrame.begun(recipe, original), after);
        Path own = all.root().resolve("proj/comps/" + name + "/" + name + ".comp.toml");
        StringBuilder text = new StringBuilder(Files.readString(own).replaceAll("(?s)\\n\\[\\[.*", "\n"));
        // Beside a local spec what overlays add would be among the sources already.
        String elsewhere = "../../added/" + name + "/";
        for (Change change : derived.changes()) {
            Optional<String> added = change.added();
            String toml = OverlayTable.of(change).toml("components." + name + ".overlays", "");
            if (added.isPresent()) {
                Path file = own.resolveSibling(elsewhere + added.get()).normalize();
                Files.createDirectories(file.getParent());
                Files.write(
                        file, derived.result().file(added.get()).orElseThrow().bytes());
                toml = toml.replace("source = \"" + added.get(), "source = \"" + elsewhere + added.get());
            }
            text.append('\n').append(toml);
        }
        Files.writeString(own, text);
        Path made = Files.createTempDirectory(folder, "made");
        Azldev.Answer answer = Azldev.prepare(all.root().resolve("proj"), name, made);
        Map<String, String> theirs = texts(wanted);
        Map<String, String> ours = texts(made);
        theirs.remove(name + ".comp.toml");
        ours.remove(name + ".comp.toml");
        return answer.succeeded() && ours.equals(theirs)
                ? Optional.empty()
                : Optional.of(name + ": " + answer.said() + "\n" + text);
    }

    private static Sources sources(Path root, Sources original) throws Exception {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        for (Path file : files(root)) {
            String path = root.relativize(file).toString();
            if (path.endsWith(".comp.toml")) {
                // The definition lies among the sources, and becomes another.
                files.put(path, original.file(path).orElseThrow());
                continue;
            }
            int mode = original.file(path).map(SourceFile::mode).orElse(0644);
            files.put(path, new SourceFile(Files.readAllBytes(file), mode));
        }
        return new Sources(files, original.folders());
    }

    private static Map<String, String> texts(Path root) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(root)) {
            texts.put(
                    root.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    private static List<Path> files(Path root) throws Exception {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
