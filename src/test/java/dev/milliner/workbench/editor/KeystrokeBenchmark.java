package dev.milliner.workbench.editor;

import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.shell.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a keystroke holds the JavaFX thread: the edit, its colours, CSS and layout. */
@NullUnmarked // JMH fills the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class KeystrokeBenchmark {
    /** The file to edit. */
    @Param("azurelinux/base/packages/sdk.packages.toml")
    public String file;

    private CodeEditor editor;
    private Scene scene;
    private boolean typed;

    /** Opens the file in an editor of 55 lines and goes to its middle. */
    @Setup
    public void open() throws IOException, InterruptedException {
        String text = Files.readString(Path.of(file));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        run(() -> {
            Theme.loadFonts();
            editor = new CodeEditor(new OpenFile("sdk.packages.toml", Path.of(file), text), new EditorEvents() {
                @Override
                public void edited(CodeEditor edited) {}

                @Override
                public void caretMoved(CodeEditor moved) {}
            });
            scene = new Scene(new StackPane(editor.node()), 1000, 1045);
            Theme.darkScheme().apply(scene);
            layout();
            int middle = EditorText.area(editor).getParagraphs().size() / 2;
            EditorText.area(editor).moveTo(middle, 3);
            EditorText.area(editor).showParagraphAtCenter(middle);
            layout();
        });
    }

    private void layout() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void run(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    /** Types a character, or takes it back. */
    @Benchmark
    public void keystroke() throws InterruptedException {
        run(() -> {
            if (typed) {
                EditorText.area(editor).deletePreviousChar();
            } else {
                EditorText.area(editor).replaceSelection("x");
            }
            typed = !typed;
            layout();
        });
    }

    /** Ends the toolkit. */
    @TearDown
    public void end() {
        Platform.exit();
    }
}
