package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures;
import dev.milliner.ground.ThreadPriority;
import dev.milliner.workbench.base.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: a window for each distro, or one picture. */
public final class WorkbenchApplication extends Application {
    /** While it starts, what is compiled is what is waited for. */
    private static final long STARTING_SECONDS = 5;

    /** For so long another start waits for this one. */
    private static final long PATIENCE_SECONDS = 1;

    private @Nullable Windows windows;
    private Taking taking = () -> {};

    @Override
    public void start(Stage stage) throws IOException, InterruptedException {
        Failures.catchAll();
        Theme.loadFonts();
        List<String> arguments = getParameters().getRaw();
        Path root = root(arguments);
        Optional<String> picture = option(arguments, "--picture");
        if (picture.isPresent()) {
            Picture.Size size = Picture.Size.of(option(arguments, "--size").orElse("1440x900"));
            String theme = option(arguments, "--theme").orElse("dark");
            new Picture(root, size, theme).write(Path.of(picture.get()), Platform::exit);
            return;
        }
        Folders folders = Folders.of(System.getenv());
        Windows opened = new Windows(folders, Choices::dialogs, PageRegistry.ALL);
        windows = opened;
        WorkbenchWindow window = opened.make(stage);
        List<Path> left = tree(arguments).isPresent() ? List.of() : opened.leftOpen();
        if (tree(arguments).isPresent()) {
            window.open(root);
        } else if (left.isEmpty()) {
            window.welcome();
        }
        left.forEach(opened::open);
        stage.show();
        CompletableFuture.delayedExecutor(STARTING_SECONDS, TimeUnit.SECONDS)
                .execute(ThreadPriority::putCompilersBehind);
        if (arguments.contains(Workbench.REHEARSE)) {
            TypingRehearsal.begin(window);
        } else {
            taking = HandOver.of(System.getenv(), folders.state())
                    .take(tree -> begins(() -> tree.ifPresentOrElse(opened::open, opened::raiseAny)));
        }
    }

    /** Does something on the JavaFX thread, unless that does not come to it. */
    private static boolean begins(Runnable work) {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        Platform.runLater(() -> {
            if (begun.complete(true)) {
                work.run();
            }
        });
        return begun.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static boolean isNamed(List<String> arguments) {
        return !arguments.isEmpty() && !arguments.getLast().startsWith("--");
    }

    /** The tree that a start is about: the one it names, or the one it was called in. */
    static Optional<Path> tree(List<String> arguments) {
        Path root = root(arguments);
        return isNamed(arguments) || Files.exists(root.resolve("azldev.toml")) ? Optional.of(root) : Optional.empty();
    }

    private static Path root(List<String> arguments) {
        return !isNamed(arguments)
                ? nearest(Path.of("").toAbsolutePath())
                : nearest(Path.of(arguments.getLast()).toAbsolutePath().normalize());
    }

    /** The folder itself or the nearest one above it that holds {@code azldev.toml}. */
    private static Path nearest(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("azldev.toml"))) {
                return at;
            }
        }
        return folder;
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        taking.close();
        if (windows != null) {
            windows.close();
        }
    }
}
