package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the changes that are offered for a problem one at least takes it away, in a hundred faulty trees. */
class FixesTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private int problems;
    private int offered;
    private final List<String> useless = new ArrayList<>();

    @Test
    void whatIsOfferedHelps() throws IOException {
        Path root = SharedMaterial.unpack("small-trees/small-trees.tar.xz", folder.toRealPath());
        try (Stream<Path> trees = Files.list(root.resolve("trees"))) {
            trees.sorted().forEach(this::tree);
        }
        System.out.printf("%d problems, changes offered for %d%n", problems, offered);
        assertThat(useless).isEmpty();
        assertThat(offered).isGreaterThan(problems * 2 / 3);
    }

    private void tree(Path path) {
        DiskTree tree = new DiskTree(path);
        Distro distro = new DistroLoader(Map.of()).load(tree);
        LanguageService service = new LanguageService(distro, Surroundings.ofTree());
        for (Problem problem : distro.problems()) {
            problems++;
            tree.read(problem.place().file()).ifPresent(text -> {
                Document document = new Document(problem.place().file(), text, 1);
                List<CodeAction> actions =
                        service.actions(document, Span.of(problem.place().range(), text), distro.problems()).stream()
                                .filter(action -> action.problem().equals(Optional.of(problem)))
                                .toList();
                offered += actions.isEmpty() ? 0 : 1;
                if (!actions.isEmpty() && actions.stream().noneMatch(action -> helps(tree, action, problem))) {
                    useless.add(path.getFileName() + ": " + problem
                            + actions.stream().map(CodeAction::title).toList());
                }
            });
        }
    }

    /** Tells whether the problem goes; what is left for the user to fill in is filled in. */
    private static boolean helps(DiskTree tree, CodeAction action, Problem problem) {
        FileEdit edit = action.edit().files().getFirst();
        String after = edit.after().replace("\"\"", "\"filled in\"");
        Distro now = new DistroLoader(Map.of()).load(new BufferTree(tree, Map.of(edit.path(), after)));
        return now.problems().stream().noneMatch(one -> one.message().equals(problem.message()));
    }
}
