package dev.milliner.workbench.shell;

import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * A workbench in a process of its own that edits a file, says so and then does nothing until it is killed.
 * Arguments: the state folder, the distro's root, the file and the text to append.
 */
public final class DyingWorkbench {
    private DyingWorkbench() {}

    /** The process entry. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The application. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            var arguments = getParameters().getRaw();
            WorkbenchWindow window = UiTest.open(stage, Path.of(arguments.get(0)), Path.of(arguments.get(1)));
            Shell shell = window.shell();
            if (shell != null) {
                shell.files().open(arguments.get(2), editor -> {
                    EditorText.area(editor).appendText(arguments.get(3));
                    System.out.println("edited");
                });
            }
        }
    }
}
