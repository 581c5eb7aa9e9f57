package dev.milliner.workbench.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** All commands of a window, in the order in which they are listed. */
public final class CommandRegistry {
    private static final int MOST_RECENT = 8;

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Deque<String> recent = new ArrayDeque<>();

    /**
     * Adds commands.
     *
     * @throws IllegalArgumentException when an id or a key is taken
     */
    public void addAll(List<Command> more) {
        for (Command command : more) {
            boolean taken = commands.values().stream()
                    .anyMatch(known -> known.key().isPresent() && known.key().equals(command.key()));
            if (taken || commands.putIfAbsent(command.id(), command) != null) {
                throw new IllegalArgumentException("The id or the key of " + command.id() + " is taken.");
            }
        }
    }

    /** All of them. */
    public List<Command> all() {
        return List.copyOf(commands.values());
    }

    /** The command of an id. */
    public Optional<Command> find(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    /** Runs a command if it can be run now. */
    public void perform(Command command) {
        if (command.enabled().getAsBoolean()) {
            recent.remove(command.id());
            recent.addFirst(command.id());
            while (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
            command.run().run();
        }
    }

    /** The ids of those that were run last, the newest first. */
    public List<String> recent() {
        return List.copyOf(recent);
    }

    /**
     * Makes the keys of a window run the commands. They come before what has the focus, as a text field knows keys of its
     * own, such as Ctrl+H, and would keep them.
     *
     * @return ends it
     */
    public Subscription install(Scene scene) {
        EventHandler<KeyEvent> keys = this::pressed;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    private void pressed(KeyEvent event) {
        commands.values().stream()
                .filter(command -> command.key().filter(key -> key.match(event)).isPresent())
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    perform(command);
                });
    }

    /** Fills a menu with the commands, group by group; what can't be run is grey when the menu is opened. */
    public void fill(MenuButton menu) {
        List<Runnable> refreshes = new ArrayList<>();
        commands.values().stream()
                .collect(Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(group -> {
                    if (!menu.getItems().isEmpty()) {
                        menu.getItems().add(new SeparatorMenuItem());
                    }
                    group.forEach(command -> {
                        CommandItem item = new CommandItem(command, this::perform);
                        menu.getItems().add(item);
                        refreshes.add(item::refresh);
                    });
                });
        menu.setOnShowing(event -> refreshes.forEach(Runnable::run));
    }

    /** The table of keys, as {@code docs/keys.md} has it. */
    public String table() {
        return commands.values().stream()
                .filter(command -> command.key().isPresent())
                .map(command -> "| " + Keys.words(command.key().get()) + " | " + command.words() + " |")
                .collect(Collectors.joining("\n", "| Keys | Do |\n|---|---|\n", "\n"));
    }
}
