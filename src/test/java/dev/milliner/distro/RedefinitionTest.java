package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A distro that is resolved from what was known before an edit is the one that is resolved from the beginning. */
class RedefinitionTest {
    private static final long SEED = Long.getLong("milliner.seed", 1);
    private static final int STEPS = Integer.getInteger("milliner.steps", 12);

    /** What makes definitions of definitions: names, headers, keys, values, quotes and line ends. */
    private static final List<String> PIECES = List.of(
            "\n",
            "x",
            "\"",
            "]",
            "[components.new]\n",
            "[components.newer]\nbuild.without = [\"z\"]\n",
            "[components.\n",
            "[component-groups.young]\ncomponents = [\"newer\", \"new\"]\n",
            "[components.bash]\n",
            "# said\n",
            "build.check.skip = true\n",
            "packages.a.publish.channel = \"b\"\n",
            "overlay-files = [\"*.toml\"]\n",
            "[[components.curl.overlays]]\ntype = \"patch-add\"\nsource = \"a.patch\"\n",
            "spec = { type = \"local\", path = \"a.spec\" }\n",
            "includes = [\"**/*.toml\"]\n");

    @TempDir
    Path folder;

    private int taken;

    /** A tree that is edited: its loader knows what was before, and texts lie over it. */
    private final class Edited {
        private final DiskTree disk;
        private final DistroLoader loader = new DistroLoader(Map.of());
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> files;
        private final Random random;
        private Distro distro;

        Edited(Path root, long seed) throws IOException {
            disk = new DiskTree(root);
            random = new Random(seed);
            distro = loader.load(disk);
            try (Stream<Path> found = Files.walk(root)) {
                files = found.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString())
                        .filter(file -> disk.read(file).isPresent())
                        .sorted()
                        .toList();
            }
        }

        void step() {
            String file = files.get(random.nextInt(files.size()));
            String text = texts.getOrDefault(file, disk.read(file).orElseThrow());
            texts.put(file, changed(text));
            BufferTree tree = new BufferTree(disk, texts);
            distro = loader.load(tree, distro, Set.of(file));
            taken += distro.changed().isEmpty() ? 0 : 1;
            same(distro, new DistroLoader(Map.of()).load(tree), file);
        }

        private String changed(String text) {
            int at = random.nextInt(text.length() + 1);
            return switch (random.nextInt(4)) {
                case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 1 -> {
                    int line = text.lastIndexOf('\n', at) + 1;
                    yield text.substring(0, line) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(line);
                }
                case 2 -> text.substring(0, at) + PIECES.get(random.nextInt(3)) + text.substring(at);
                default -> inValue(text, at);
            };
        }

        /** Most edits are of this kind: a letter in a value. */
        private String inValue(String text, int at) {
            int quote = text.indexOf('"', at);
            return quote < 0 ? text : text.substring(0, quote + 1) + "y" + text.substring(quote + 1);
        }
    }

    private static void same(Distro now, Distro fresh, String file) {
        assertThat(now.problems()).isEqualTo(fresh.problems());
        assertThat(now.causes()).isEqualTo(fresh.causes());
        assertThat(now.files()).isEqualTo(fresh.files());
        assertThat(now.configuration()).isEqualTo(fresh.configuration());
        assertThat(now.components().keySet()).isEqualTo(fresh.components().keySet());
        fresh.files().forEach(one -> assertThat(now.takers(one)).isEqualTo(fresh.takers(one)));
        for (Kind kind : Kind.values()) {
            for (String name : fresh.names(kind)) {
                same(
                        now.definition(kind, name).orElseThrow(),
                        fresh.definition(kind, name).orElseThrow());
            }
        }
        for (String one : fresh.files().size() < 20 ? fresh.files() : List.of(file)) {
            for (int line = 1; line < 60; line++) {
                assertThat(now.definitionAt(one, line).map(RedefinitionTest::words))
                        .as(one + ":" + line)
                        .isEqualTo(fresh.definitionAt(one, line).map(RedefinitionTest::words));
                now.definitionAt(one, line).filter(Component.class::isInstance).ifPresent(found -> assertThat(found)
                        .isSameAs(now.components().get(found.name())));
            }
        }
    }

    private static String words(Definition definition) {
        return definition.kind() + " " + definition.name();
    }

    private static void same(Definition now, Definition fresh) {
        assertThat(now.place()).isEqualTo(fresh.place());
        assertThat(now.values()).isEqualTo(fresh.values());
        if (now instanceof Component one && fresh instanceof Component other) {
            assertThat(one.json()).isEqualTo(other.json());
            assertThat(one.groups()).isEqualTo(other.groups());
            assertThat(one.overlays()).isEqualTo(other.overlays());
            assertThat(one.renderedSpec()).isEqualTo(other.renderedSpec());
            assertThat(one.isCustomised()).isEqualTo(other.isCustomised());
        }
    }

    @Test
    void smallTreesByEditsAtRandom() throws IOException {
        int number = 0;
        for (Path root : smallTrees()) {
            Edited edited = new Edited(root, SEED * 1_000_000 + number++);
            for (int step = 0; step < STEPS && !edited.files.isEmpty(); step++) {
                edited.step();
            }
        }
        assertThat(taken).as("edits that were resolved from what was known").isGreaterThan(STEPS * number / 10);
    }

    @Test
    void samples() throws IOException {
        for (String sample : List.of("bowler", "trilby")) {
            Edited edited = new Edited(Path.of("sample-distros", sample).toRealPath(), SEED);
            for (int step = 0; step < STEPS * 20; step++) {
                edited.step();
                if (step % 5 == 4) {
                    edited.texts.clear();
                    edited.distro = edited.loader.load(edited.disk);
                }
            }
        }
        assertThat(taken).as("edits that were resolved from what was known").isGreaterThan(STEPS * 6);
    }

    @Test
    void componentsComeAndGo() throws IOException {
        DiskTree disk = new DiskTree(Path.of("sample-distros", "bowler").toRealPath());
        DistroLoader loader = new DistroLoader(Map.of());
        Distro first = loader.load(disk);
        String file = "comps/filesystem/filesystem.comp.toml";
        String text = disk.read(file).orElseThrow();
        String before = "";
        for (String added : List.of("[components.n", "[components.n]", "[components.ne]\n[components.new]", "", "# ")) {
            BufferTree tree = new BufferTree(disk, Map.of(file, added + "\n" + text));
            Distro now = loader.load(tree, first, Set.of(file));
            assertThat(now.changed()).as(before + " to " + added).containsExactly(file);
            same(now, new DistroLoader(Map.of()).load(tree), file);
            before = added;
        }
        Distro emptied = loader.load(new BufferTree(disk, Map.of(file, "[components]\n")), first, Set.of(file));
        same(emptied, new DistroLoader(Map.of()).load(emptied.tree()), file);
    }

    @Test
    void azurelinux() throws IOException {
        Path root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.toRealPath());
        Edited edited = new Edited(root, SEED);
        for (int step = 0; step < STEPS; step++) {
            edited.step();
        }
        assertThat(taken).isPositive();
    }

    private List<Path> smallTrees() throws IOException {
        JsonNode trees;
        try (InputStream packed = RedefinitionTest.class.getResourceAsStream("/more-trees/more-trees.json.gz");
                InputStream unpacked = new GZIPInputStream(Objects.requireNonNull(packed))) {
            trees = JsonMapper.shared().readTree(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<Path> roots = new ArrayList<>();
        for (String name : trees.propertyNames()) {
            Path root = folder.toRealPath().resolve(name);
            JsonNode files =
                    SharedMaterial.withRoot(trees.get(name).toString(), root).get("files");
            for (String file : files.propertyNames()) {
                Path target = root.resolve(file);
                Files.createDirectories(target.getParent());
                Files.writeString(target, files.get(file).asString());
            }
            roots.add(root);
        }
        return roots;
    }
}
