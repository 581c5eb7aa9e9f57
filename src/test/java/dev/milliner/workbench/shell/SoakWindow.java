package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** The window that is soaked, on one of several trees, with a person behind it who answers each question at random. */
final class SoakWindow implements AutoCloseable {
    private final Path folder;
    private final List<SoakTree> trees;
    private final Random answering;
    private SoakTree tree;
    private @Nullable Stage stage;
    private @Nullable Windows windows;
    private @Nullable WorkbenchWindow window;

    SoakWindow(Path folder, List<SoakTree> trees, Random answering) {
        this.folder = folder;
        this.trees = trees;
        this.answering = answering;
        tree = trees.getFirst();
    }

    /** Answers at random; what it is asked for is never outside of the test's folder. */
    private final class Person implements Choices {
        @Override
        public Task task(String title, String text) {
            return Task.GO_ON;
        }

        @Override
        public Optional<Path> targetFolder(String title) {
            return some(folder.resolve("targets"));
        }

        @Override
        public Unsaved unsaved(String file) {
            return switch (answering.nextInt(3)) {
                case 0 -> Unsaved.SAVE;
                case 1 -> Unsaved.DISCARD;
                default -> Unsaved.CANCEL;
            };
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return answering.nextBoolean();
        }

        @Override
        public Optional<Path> folder(Path start) {
            tree = trees.get(answering.nextInt(trees.size()));
            return some(tree.root());
        }

        @Override
        public Optional<Path> saveFile(String suggestedName) {
            return some(folder.resolve(suggestedName));
        }

        @Override
        public Optional<Path> openFile(String title) {
            return some(tree.someFile(answering));
        }

        private Optional<Path> some(Path path) {
            return answering.nextInt(4) == 0 ? Optional.empty() : Optional.of(path);
        }
    }

    /** Opens a window on the tree. */
    void open() throws IOException {
        if (!Files.exists(tree.root().resolve("azldev.toml"))) {
            tree.restore();
        }
        onScreen(() -> {
            Theme.loadFonts();
            Path state = folder.resolve("state");
            Stage made = new Stage();
            Person person = new Person();
            windows = new Windows(new Folders(state, state), any -> person, PageRegistry.ALL);
            WorkbenchWindow shown = new WorkbenchWindow(made, windows, person);
            shown.open(tree.root());
            made.show();
            made.toFront();
            made.requestFocus();
            stage = made;
            window = shown;
            return true;
        });
    }

    /** Opens the tree where none is open. */
    void openAgain() {
        WorkbenchWindow shown = Objects.requireNonNull(window);
        onScreen(() -> {
            shown.openInstead(tree.root());
            return true;
        });
    }

    /** Closes the window with all that is open, as the end of a desktop's session does: without a question. */
    void leave() {
        Optional<Shell> open = onScreen(this::shell);
        open.ifPresent(shell -> {
            onScreen(() -> {
                shell.builds().stop();
                return true;
            });
            UiTest.until("no build runs", () -> !shell.builds().isRunning());
        });
        onScreen(() -> {
            Window.getWindows().stream()
                    .filter(other -> !other.equals(stage))
                    .toList()
                    .forEach(Window::hide);
            if (windows != null) {
                // A command may have opened others beside it.
                for (WorkbenchWindow one : List.copyOf(windows.all())) {
                    one.close();
                }
            }
            if (stage != null) {
                stage.hide();
                stage.setScene(null);
            }
            windows = null;
            window = null;
            stage = null;
            return true;
        });
        tree = trees.getFirst();
    }

    /** Leaves and comes back; gives what was not saved, by file. */
    Map<String, String> restart() throws IOException {
        SoakTree same = currentTree();
        Map<String, String> texts = onScreen(this::unsaved);
        leave();
        tree = same;
        open();
        return texts;
    }

    private SoakTree currentTree() {
        Path root = onScreen(() -> window == null || window.workspace() == null
                ? tree.root()
                : Objects.requireNonNull(window.workspace()).root());
        // Not always one of ours: the welcome offers copies of the samples too.
        return new SoakTree(root);
    }

    /** Takes back what was not saved, where it is offered. */
    boolean takeBack() {
        return onScreen(
                () -> Optional.ofNullable(stage)
                        .map(shown -> shown.getScene().getRoot().lookup("#restore"))
                        .stream()
                        .flatMap(box -> box.lookupAll(".button").stream())
                        .filter(node -> node instanceof Button button
                                && button.getText().equals("Restore all"))
                        .peek(node -> ((Button) node).fire())
                        .findAny()
                        .isPresent());
    }

    /** The texts that are not saved, by file. */
    Map<String, String> unsaved() {
        Map<String, String> texts = new LinkedHashMap<>();
        editors().stream()
                .filter(editor -> editor.dirtyProperty().get())
                .forEach(editor ->
                        texts.put(editor.file().path(), editor.file().mirror().fileText()));
        return texts;
    }

    /** Tells whether a file holds a text: a save that was under way may have come to its end. */
    boolean isOnDisk(String file, String text) {
        try {
            return Files.readString(currentTree().root().resolve(file)).equals(text);
        } catch (IOException noText) {
            return false;
        }
    }

    /** The editors that are open. */
    List<CodeEditor> editors() {
        return shell().map(shell -> shell.editors().all()).orElseGet(List::of);
    }

    /** What is shown of a distro, where one is open. */
    Optional<Shell> shell() {
        return Optional.ofNullable(window).map(WorkbenchWindow::shell);
    }

    WorkbenchWindow window() {
        return Objects.requireNonNull(window);
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** The tree that is open, or was last. */
    SoakTree tree() {
        return currentTree();
    }

    List<SoakTree> trees() {
        return new ArrayList<>(trees);
    }

    private static <T> T onScreen(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(120_000, action);
    }

    @Override
    public void close() {
        leave();
    }
}
