package dev.milliner.workbench.settings;

import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.PrivateFiles;
import dev.milliner.toml.TomlEdit;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The settings that hold, and the file that keeps them. A choice holds at once, and is written into the file beside what people
 * wrote there; a change of the file holds as soon as it is seen. Used on the JavaFX thread.
 */
public final class SettingsStore implements AutoCloseable {
    /** What the file is called, in the folder of what the user sets. */
    public static final String FILE = "settings.toml";

    private static final String HEAD = "# What Milliner is to do as you chose. It is read as soon as it is saved.\n";
    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final Consumer<String> tell;
    private final ReadOnlyObjectWrapper<Settings> current = new ReadOnlyObjectWrapper<>(Settings.FIRST);
    /** Held here, as what they are bound to comes and goes with distros. */
    private final Map<SwitchSetting, BooleanProperty> switches = new HashMap<>();

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());

    /**
     * Reads the file.
     *
     * @param folder the folder that it is in; it need not be there
     * @param tell shows a sentence to the person; called on any thread
     */
    public SettingsStore(Path folder, Consumer<String> tell) {
        this.file = folder.resolve(FILE);
        this.tell = tell;
        SettingsText text = read(file);
        text.told().forEach(tell);
        current.set(text.settings());
    }

    /** What the file says; nothing is chosen where there is none. */
    public static SettingsText read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new SettingsText(Settings.FIRST, List.of(Wording.of("settings.store.too-large-settings", file)));
            }
            return SettingsText.of(Files.readString(file));
        } catch (NoSuchFileException none) {
            return new SettingsText(Settings.FIRST, List.of());
        } catch (IOException unreadable) {
            return new SettingsText(
                    Settings.FIRST,
                    List.of(Wording.of(
                            "settings.store.settings-cant-read",
                            FileTrouble.words(file, Wording.of("settings.store.cant-read"), unreadable))));
        }
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** What holds. */
    public ReadOnlyObjectProperty<Settings> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** What holds of one setting. */
    public <T> T get(Setting<T> setting) {
        return current.get().get(setting);
    }

    /** Chooses something. */
    public <T> void set(Setting<T> setting, T value) {
        if (!get(setting).equals(value)) {
            current.set(current.get().with(setting, value));
            write(setting.keys(), Settings.stored(value));
        }
    }

    /** Chooses the other of both. */
    public void turn(SwitchSetting setting) {
        set(setting, !get(setting));
    }

    /** Gives a command other keys, in words; none where they are empty. */
    public void setKeys(String command, String words) {
        if (!words.equals(current.get().keys().get(command))) {
            current.set(current.get().withKeys(command, words));
            write(List.of("keys", command), words);
        }
    }

    /** A switch as a property that follows it and sets it. */
    public BooleanProperty switched(SwitchSetting setting) {
        return switches.computeIfAbsent(setting, one -> {
            BooleanProperty property = new SimpleBooleanProperty(get(one));
            current.subscribe(now -> property.set(now.get(one)));
            property.subscribe(now -> set(one, now));
            return property;
        });
    }

    /** Reads the file again; called on any thread. */
    public void reload() {
        later(() -> {
            SettingsText text = read(file);
            Platform.runLater(() -> {
                if (!text.settings().equals(current.get())) {
                    current.set(text.settings());
                }
                text.told().forEach(tell);
            });
        });
    }

    private void write(List<String> path, Object value) {
        later(() -> {
            try {
                PrivateFiles.folder(file.resolveSibling(""));
                String before = Files.exists(file) ? Files.readString(file) : HEAD;
                TomlEdit.set(before, path, value)
                        .ifPresentOrElse(
                                this::put, () -> tell.accept(Wording.of("settings.store.not-written-errors", file)));
            } catch (IOException unwritable) {
                notWritten(unwritable);
            }
        });
    }

    private void put(String text) {
        try {
            PrivateFiles.write(file, text);
        } catch (IOException unwritable) {
            notWritten(unwritable);
        }
    }

    private void notWritten(IOException unwritable) {
        tell.accept(Wording.of(
                "settings.store.not-written",
                FileTrouble.words(file, Wording.of("settings.store.cant-written"), unwritable)));
    }

    private void later(Runnable work) {
        try {
            writer.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    Failures.report("Keeping a setting", failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            // The window is closed.
        }
    }

    /** Ends after what was chosen is written. */
    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
    }
}
