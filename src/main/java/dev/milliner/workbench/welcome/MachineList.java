package dev.milliner.workbench.welcome;

import dev.milliner.build.host.HostAbility;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this host can do, and the one command that adds what it lacks. Nothing is installed by itself. */
final class MachineList {
    private final VBox rows;
    private final Later later = new Later(Wording.of("activity.host"));

    MachineList(VBox rows, Path builds) {
        this.rows = rows;
        Label looking = new Label(Wording.of("welcome.machine-list.looking"));
        looking.getStyleClass().add("second");
        rows.getChildren().setAll(looking);
        later.ask(() -> HostAbility.all(builds), this::show);
    }

    private void show(List<HostAbility> abilities) {
        rows.getChildren().setAll(abilities.stream().map(MachineList::row).toList());
        String fix = HostAbility.fixOf(abilities);
        if (!fix.isEmpty()) {
            Button copy = new Button(Wording.of("welcome.machine-list.copy-command-adds"));
            copy.setId("machine-fix");
            copy.getStyleClass().setAll("button", "plain-button", "small-button");
            copy.setTooltip(new Tooltip(fix));
            copy.setOnAction(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(fix);
                Clipboard.getSystemClipboard().setContent(content);
                copy.setText(Wording.of("welcome.machine-list.copied-run-terminal"));
            });
            rows.getChildren().add(copy);
        }
    }

    private static HBox row(HostAbility ability) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", ability.ready() ? "good" : "warning");
        Label name = new Label(ability.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label words = new Label(ability.words());
        words.getStyleClass().add("second");
        words.setMinWidth(0);
        words.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        if (!ability.fix().isEmpty()) {
            words.setTooltip(new Tooltip(ability.fix()));
        }
        HBox row = new HBox(9, dot, name, gap, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("machine-row");
        row.setAccessibleText(
                ability.ready()
                        ? Wording.of("welcome.machine-list.ready", ability.name(), ability.words())
                        : Wording.of("welcome.machine-list.not-ready", ability.name(), ability.words()));
        return row;
    }

    boolean isSettled() {
        return later.isSettled();
    }

    void close() {
        later.close();
    }
}
