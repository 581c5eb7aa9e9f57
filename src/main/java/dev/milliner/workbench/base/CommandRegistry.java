package dev.milliner.workbench.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** All commands of a window, in the order in which they are listed. */
public final class CommandRegistry {
    private final Map<String, Command> commands = new LinkedHashMap<>();

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

    /** Makes the keys of a window those of the commands, in place of what they did before. */
    public void install(Scene scene) {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        commands.values().forEach(command -> command.key().ifPresent(key -> keys.put(key, command::perform)));
        scene.getAccelerators().clear();
        scene.getAccelerators().putAll(keys);
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
                        MenuItem item = item(command);
                        menu.getItems().add(item);
                        refreshes.add(() -> item.setDisable(!command.enabled().getAsBoolean()));
                    });
                });
        menu.setOnShowing(event -> refreshes.forEach(Runnable::run));
    }

    /** The keys are only shown: as accelerators of the item they would run it twice. */
    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false);
        item.setGraphic(new CommandRow(command));
        item.setOnAction(event -> command.perform());
        return item;
    }

    /** The table of keys, as {@code docs/keys.md} has it. */
    public String table() {
        return commands.values().stream()
                .filter(command -> command.key().isPresent())
                .map(command -> "| " + Keys.words(command.key().get()) + " | " + command.words() + " |")
                .collect(Collectors.joining("\n", "| Keys | Do |\n|---|---|\n", "\n"));
    }
}
