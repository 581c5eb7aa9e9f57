package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.FileEdit;
import dev.milliner.language.Replacement;
import dev.milliner.language.Span;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.WholeFile;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.source.CommitTree;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the public history of Azure Linux: each commit that moved a component from the list to a file of its own, or back, is
 * made by <em>customise</em> or <em>rejoin</em> and by typing. Ten are held in full, all are counted;
 * {@code -Dmilliner.golden=write} writes the ten anew.
 */
@SuppressWarnings("NullAway") // what is not there fails the test
class HistoryCustomiseTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/milliner/refactor/history");
    private static final int SHOWN = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static List<String> commits;

    private final DistroLoader loader = new DistroLoader(Map.of());

    /** What a commit did with components. */
    private record Commit(String id, Distro before, Distro after, List<Component> moved) {
        Component now(Component component) {
            return java.util.Objects.requireNonNull(after.components().get(component.name()));
        }
    }

    /**
     * How a commit is made: by refactorings, and what is left to type.
     *
     * @param named the components whose file the habit does not find, so that it has to be named
     * @param refactored the diff of the refactorings
     * @param typed the diffs that are left, by file
     */
    private record Replay(Commit commit, List<String> named, String refactored, Map<String, String> typed) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path bundle = SharedMaterial.folder().resolve("corpus/history/azurelinux-tomls.bundle");
        git(
                folder.getParent(),
                "clone",
                "-q",
                "-b",
                "main",
                bundle.toString(),
                folder.resolve("tree").toString());
        commits = git(folder.resolve("tree"), "log", "--reverse", "--format=%H", "--", "base/comps")
                .lines()
                .toList();
    }

    private static String git(Path in, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }

    private Optional<Commit> moving(String id) throws IOException, InterruptedException {
        Path root = folder.resolve("tree");
        String files = git(root, "show", "--format=", "--name-status", "--no-renames", "--diff-filter=AD", id, "--");
        if (files.lines().noneMatch(line -> line.endsWith(".toml")) || id.equals(commits.getFirst())) {
            return Optional.empty();
        }
        Distro before = loader.load(CommitTree.open(root, id + "~1"));
        Distro after = loader.load(CommitTree.open(root, id));
        List<Component> moved = before.components().values().stream()
                .filter(component -> after.components().containsKey(component.name()))
                .filter(component -> !after.components()
                        .get(component.name())
                        .place()
                        .file()
                        .equals(component.place().file()))
                .filter(component -> isListed(before, component) != isListed(after, component))
                .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(new Commit(id, before, after, moved));
    }

    /** Tells whether a component stands in a file with others. */
    private static boolean isListed(Distro distro, Component component) {
        String file = distro.components().get(component.name()).place().file();
        return new Habit(distro).in(file).size() > 1;
    }

    private Replay replay(Commit commit) {
        Proposals state = new Proposals(commit.before().tree(), loader);
        List<String> named = new ArrayList<>();
        for (Component component : commit.moved()) {
            String file = commit.now(component).place().file();
            Proposal proposal = isListed(commit.before(), component)
                    ? customised(state, component.name(), file, named)
                    : state.moving(new Rejoin(component.name(), Optional.of(file)));
            state = state.after(proposal);
        }
        Map<String, String> typed = new TreeMap<>();
        SourceTree made = state.distro().tree();
        SourceTree real = commit.after().tree();
        StringBuilder refactored = new StringBuilder();
        for (String file : touched(commit)) {
            String was = commit.before().tree().read(file).orElse("");
            String then = made.read(file).orElse("");
            refactored.append(diff(file, was, then));
            String is = real.read(file).orElse("");
            if (!then.equals(is)) {
                typed.put(file, diff(file, then, is));
            }
        }
        return new Replay(commit, named, refactored.toString(), typed);
    }

    private static Proposal customised(Proposals state, String name, String file, List<String> named) {
        String list = state.distro().components().get(name).place().file();
        if (new Habit(state.distro()).ownFile(name, list).equals(file)) {
            return state.moving(new Customise(name, Optional.empty()));
        }
        named.add(name);
        return state.moving(new Customise(name, Optional.of(file)));
    }

    private static Set<String> touched(Commit commit) {
        TreeSet<String> files = new TreeSet<>();
        commit.moved().forEach(component -> {
            files.add(component.place().file());
            files.add(commit.now(component).place().file());
        });
        return files;
    }

    private static String diff(String file, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        WorkspaceEdit edit = before.isEmpty()
                ? new WorkspaceEdit(List.of(), List.of(), List.of(new WholeFile(file, after)), List.of())
                : after.isEmpty()
                        ? new WorkspaceEdit(List.of(), List.of(), List.of(), List.of(new WholeFile(file, before)))
                        : new WorkspaceEdit(
                                List.of(new FileEdit(
                                        file,
                                        OptionalInt.empty(),
                                        before,
                                        List.of(new Replacement(new Span(0, before.length()), after)))),
                                List.of());
        return UnifiedDiff.of(edit);
    }

    /** Tells whether nothing has to go of what a refactoring made, blank lines apart. */
    private static boolean onlyAdds(String diff) {
        return diff.lines().skip(3).filter(line -> line.startsWith("-")).allMatch(line -> line.substring(1)
                .isBlank());
    }

    @Test
    void eachMoveToAnOwnFileIsMadeByCustomiseAndTyping() throws IOException, InterruptedException {
        List<Replay> out = new ArrayList<>();
        List<Replay> back = new ArrayList<>();
        for (String id : commits) {
            Optional<Commit> commit = moving(id);
            if (commit.isPresent()) {
                boolean own = commit.get().moved().stream()
                        .allMatch(one -> isListed(commit.get().before(), one));
                (own ? out : back).add(replay(commit.get()));
            }
        }
        List<Replay> named =
                out.stream().filter(replay -> !replay.named().isEmpty()).toList();
        System.out.printf(
                "%d commits moved %d components to files of their own: each is customise and typing; in %d of them the list is"
                        + " the same to the byte, in %d the file had to be named: %s.%n",
                out.size(),
                out.stream().mapToInt(replay -> replay.commit().moved().size()).sum(),
                out.stream().filter(HistoryCustomiseTest::hasSameLists).count(),
                named.size(),
                named.stream().map(Replay::named).toList());
        System.out.printf(
                "%d commits moved %d back: each is rejoin and typing.%n",
                back.size(),
                back.stream().mapToInt(replay -> replay.commit().moved().size()).sum());
        assertThat(out).hasSizeGreaterThan(180);
        assertThat(back).isNotEmpty();
        assertThat(out).allSatisfy(replay -> assertThat(replay.typed().entrySet().stream()
                        .filter(typed -> commit(replay, typed.getKey()))
                        .map(Map.Entry::getValue))
                .as(replay.commit().id())
                .allMatch(HistoryCustomiseTest::onlyAdds));
        // The first of all had no habit to follow; the other commit has each of two components in the other's file.
        assertThat(named.stream().map(Replay::named))
                .containsExactly(List.of("wget2"), List.of("ghc-conduit-extra", "rubygem-em-http-request"));
        golden(out.stream()
                .filter(replay -> replay.named().isEmpty())
                .limit(SHOWN)
                .toList());
    }

    /** Tells whether a file is a component's own after the commit. */
    private static boolean commit(Replay replay, String file) {
        return replay.commit().moved().stream()
                .anyMatch(one -> replay.commit().now(one).place().file().equals(file));
    }

    private static boolean hasSameLists(Replay replay) {
        return replay.typed().keySet().stream().allMatch(file -> commit(replay, file));
    }

    private static void golden(List<Replay> shown) throws IOException {
        assertThat(shown).hasSize(SHOWN);
        for (Replay replay : shown) {
            Path file = GOLDEN.resolve(replay.commit().id().substring(0, 10) + ".diff");
            String text = "# By refactoring\n" + replay.refactored() + "# Left to type\n"
                    + String.join("", replay.typed().values());
            if (System.getProperty("milliner.golden", "").equals("write")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, text);
            }
            assertThat(file).hasContent(text);
        }
    }
}
