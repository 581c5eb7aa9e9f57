package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TextMenuTest {
    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private ContextMenu menu() {
        return editor.area().getContextMenu();
    }

    private MenuItem item(String id) {
        return menu().getItems().stream()
                .filter(item -> ("menu-" + id).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMenuHoldsTheClipboardAndTheCommandsOnTheCaretsPlace(FxRobot robot) {
        AtomicInteger runs = new AtomicInteger();
        CommandRegistry commands = new CommandRegistry();
        commands.addAll(List.of(
                new Command("git.one", "One", Optional.empty(), () -> true, runs::incrementAndGet),
                new Command("edit.two", "Two", Optional.empty(), () -> false, runs::incrementAndGet),
                new Command("file.three", "Three", Optional.empty(), () -> true, runs::incrementAndGet)));
        editor.show("a.toml", "a = 1|");
        robot.interact(() -> {
            editor.editor().offer(commands);
            editor.area()
                    .fireEvent(
                            new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 101, 101, false, null));
        });
        assertThat(menu().isShowing()).isTrue();
        assertThat(editor.shown()).isEqualTo("|a = 1");
        assertThat(menu().getItems().stream().map(MenuItem::getId))
                .containsExactly(
                        "menu-text.cut",
                        "menu-text.copy",
                        "menu-text.paste",
                        "menu-text.selectAll",
                        null,
                        "menu-git.one",
                        "menu-edit.two");
        assertThat(item("text.cut").isDisable()).isTrue();
        assertThat(item("edit.two").isDisable()).isTrue();
        robot.interact(() -> {
            item("git.one").fire();
            item("text.selectAll").fire();
            menu().hide();
        });
        assertThat(runs).hasValue(1);
        assertThat(editor.shown()).isEqualTo("|a = 1|");
    }
}
