package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** A picture of the workbench on a distro, drawn without a display. */
final class Picture {
    private static final int QUIET_FRAMES = 20;

    private final Path root;
    private final Size size;
    private final String theme;

    /** A picture's size in pixels. */
    record Size(int width, int height) {
        static Size of(String text) {
            String[] parts = text.split("x", -1);
            return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    Picture(Path root, Size size, String theme) {
        this.root = root;
        this.size = size;
        this.theme = theme;
    }

    /** Resolves the distro, opens its most customised component and writes the picture. */
    void write(Path file, Runnable done) throws IOException {
        Path state = Files.createTempDirectory("milliner-picture");
        Folders folders = new Folders(state, state);
        Workspace workspace = new Workspace(root);
        BufferJournal journal = BufferJournal.start(folders.journals());
        Shell shell = new Shell(workspace, journal, folders, new NoChoices(), new NoHost(state), PageRegistry.ALL);
        Scene scene = new Scene(shell.node(), size.width(), size.height());
        Theme.named(theme, Theme.all(folders.themes())).apply(scene);
        arrange(shell, size);
        workspace.snapshotProperty().subscribe(snapshot -> {
            if (snapshot != null) {
                Optional<Place> subject = subject(snapshot.distro());
                subject.ifPresent(shell::goTo);
                settle(shell, subject.isPresent(), () -> {
                    draw(scene, file);
                    done.run();
                });
            }
        });
        workspace.refresh();
    }

    /** Gives the panes the widths of the design. */
    static void arrange(Shell shell, Size size) {
        shell.layout().columns().setDividerPositions(300.0 / size.width(), 1 - 380.0 / size.width());
        shell.layout().rows().setDividerPositions(0.72);
    }

    private static Optional<Place> subject(Distro distro) {
        return distro.components().values().stream()
                .max(Comparator.comparingInt(component -> component.overlays().size()))
                .map(Component::place);
    }

    /** Waits until every pane shows the distro and stayed so for some frames. */
    private static void settle(Shell shell, boolean expectEditor, Runnable then) {
        new AnimationTimer() {
            private int quiet;

            @Override
            public void handle(long now) {
                boolean settled = shell.isSettled()
                        && (!expectEditor || shell.editors().current().isPresent());
                quiet = settled ? quiet + 1 : 0;
                if (quiet > QUIET_FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void draw(Scene scene, Path file) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Png.write(scene.snapshot(null), file);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture can't be written to " + file, e);
        }
    }

    private static final class NoChoices implements Choices {
        @Override
        public Task task(String title, String text) {
            return Task.GO_ON;
        }

        @Override
        public Optional<Path> targetFolder(String title) {
            return Optional.empty();
        }

        @Override
        public Unsaved unsaved(String file) {
            return Unsaved.CANCEL;
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return false;
        }

        @Override
        public Optional<Path> saveFile(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(Path start) {
            return Optional.empty();
        }
    }

    static final class NoHost implements ShellHost {
        private final SettingsStore settings;

        /** One whose settings are in a folder that need not be there. */
        NoHost(Path folder) {
            settings = new SettingsStore(folder, sentence -> {});
        }

        @Override
        public void openDistro() {}

        @Override
        public void openInNewWindow() {}

        @Override
        public void openInPlace(Path root) {}

        @Override
        public void closeDistro() {}

        @Override
        public java.util.List<Theme> themes() {
            return java.util.List.of();
        }

        @Override
        public void notice(String title, String text) {}

        @Override
        public SettingsStore settings() {
            return settings;
        }
    }
}
