package dev.milliner.workbench.base;

import dev.milliner.workbench.words.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** All commands of a window, in the order in which they are listed. */
public final class CommandRegistry {
    private static final int MOST_RECENT = 8;

    private final Map<String, Command> commands = new LinkedHashMap<>();
    /** Those with the keys that they come with. */
    private final Map<String, Command> asTheyCome = new LinkedHashMap<>();

    private List<String> conflicts = List.of();
    private final Deque<String> recent = new ArrayDeque<>();

    /**
     * Adds commands.
     *
     * @throws IllegalArgumentException when an id or a key is taken
     */
    public void addAll(List<Command> more) {
        for (Command command : more) {
            asTheyCome.put(command.id(), command);
            boolean taken = commands.values().stream()
                    .anyMatch(known -> known.key().isPresent() && known.key().equals(command.key()));
            if (taken || commands.putIfAbsent(command.id(), command) != null) {
                throw new IllegalArgumentException("The id or the key of " + command.id() + " is taken.");
            }
        }
    }

    /**
     * Gives commands the keys that a user chose, and all others those that they come with.
     *
     * @param chosen keys in words by the commands' ids; empty for none
     * @return what can't be, in sentences: of two that want the same keys, the one that did not choose them gets none
     */
    public List<String> rebind(Map<String, String> chosen) {
        List<String> told = new ArrayList<>();
        Map<KeyCombination, String> taken = new HashMap<>();
        chosen.forEach((id, words) -> {
            if (!asTheyCome.containsKey(id)) {
                told.add(Wording.of("base.command-registry.no-command", id));
            }
        });
        for (boolean own : new boolean[] {true, false}) {
            asTheyCome.values().stream()
                    .filter(command -> chosen.containsKey(command.id()) == own)
                    .forEach(command -> commands.put(command.id(), bound(command, chosen, taken, told)));
        }
        conflicts = List.copyOf(told);
        return conflicts;
    }

    /** What of the keys that were chosen can't be, in sentences. */
    public List<String> conflicts() {
        return conflicts;
    }

    private static Command bound(
            Command command, Map<String, String> chosen, Map<KeyCombination, String> taken, List<String> told) {
        String words = chosen.get(command.id());
        Optional<KeyCombination> key = words == null ? command.key() : Keys.of(words);
        String by = key.map(taken::get).orElse(null);
        if (by != null) {
            told.add(Wording.of("base.command-registry.no-keys", Keys.words(key.orElseThrow()), by, command.words()));
            return command.on(Optional.empty());
        }
        key.ifPresent(free -> taken.put(free, command.words()));
        return command.on(key);
    }

    /** The keys that a command comes with. */
    public Optional<KeyCombination> keysAtFirst(String id) {
        return Optional.ofNullable(asTheyCome.get(id)).flatMap(Command::key);
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

    /** Fills a menu with the commands, group by group, whenever it is opened; what can't be run is grey. */
    public void fill(MenuButton menu) {
        refill(menu);
        menu.setOnShowing(event -> refill(menu));
    }

    private void refill(MenuButton menu) {
        List<MenuItem> items = new ArrayList<>();
        commands.values().stream()
                .collect(Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(group -> {
                    if (!items.isEmpty()) {
                        items.add(new SeparatorMenuItem());
                    }
                    group.forEach(command -> {
                        CommandItem item = new CommandItem(command, this::perform);
                        item.refresh();
                        items.add(item);
                    });
                });
        menu.getItems().setAll(items);
    }

    /** The table of keys, as {@code docs/keys.md} has it. */
    public String table() {
        return commands.values().stream()
                .filter(command -> command.key().isPresent())
                .map(command -> "| " + Keys.words(command.key().get()) + " | " + command.words() + " |")
                .collect(Collectors.joining("\n", "| Keys | Do |\n|---|---|\n", "\n"));
    }
}
