package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;

/** What pictures of the screens are made with. They are for people to look at. */
final class Screens {
    static final Path FOLDER = Path.of("target/screens");

    private Screens() {}

    /** A shell that is not shown. */
    static Shell shell(Workspace workspace, BufferJournal journal, Path state) {
        return new Shell(
                workspace,
                journal,
                new Folders(state, state),
                new UiTest.Answers(),
                new Picture.NoHost(state),
                PageRegistry.ALL);
    }

    /** Draws one state of the shell in both schemes and both sizes. */
    static void drawAll(Shell shell, Path state, String name) {
        for (String theme : List.of("dark", "light")) {
            for (Picture.Size size : List.of(new Picture.Size(1280, 800), new Picture.Size(1920, 1080))) {
                if (shell.node().getScene() != null) {
                    shell.node().getScene().setRoot(new javafx.scene.layout.StackPane());
                }
                Scene scene = new Scene(shell.node(), size.width(), size.height());
                Theme.named(theme, Theme.all(state)).apply(scene);
                Picture.arrange(shell, size);
                draw(scene, name + "-" + theme + "-" + size.width() + "x" + size.height() + ".png");
            }
        }
    }

    /** Changes the text that is open. */
    static void edit(Shell shell, java.util.function.UnaryOperator<String> change) {
        Consumer<dev.milliner.workbench.editor.CodeEditor> apply =
                editor -> editor.replaceAll(change.apply(editor.text()));
        javafx.application.Platform.runLater(
                () -> apply.accept(shell.editors().current().orElseThrow()));
    }

    /** Draws a scene to a file. */
    static void draw(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        // Virtual lists fill their cells in the second pass.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Png.write(scene.snapshot(null), FOLDER.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
