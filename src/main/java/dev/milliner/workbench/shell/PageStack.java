package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.WorkbenchPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages, one of them in front, and their buttons on the rail. */
final class PageStack {
    private final Map<WorkbenchPage, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * Puts pages on the screen.
     *
     * @param chosen told which page a button asked for
     */
    PageStack(List<WorkbenchPage> pages, Pane rail, StackPane stack, Consumer<WorkbenchPage> chosen) {
        for (WorkbenchPage page : pages) {
            ToggleButton button = button(page.face());
            button.setOnAction(event -> chosen.accept(page));
            buttons.put(page, button);
            // The widest page, seen or not, would push all of them out of a small window.
            if (page.node() instanceof Region region) {
                region.setMinWidth(0);
            }
            stack.getChildren().add(page.node());
        }
        rail.getChildren().addAll(0, buttons.values());
    }

    private static ToggleButton button(WorkbenchPage.Face face) {
        ToggleButton button = new ToggleButton(null, new FontIcon(face.icon()));
        button.setId("page-" + face.id());
        button.getStyleClass().setAll("toggle-button", "rail-button");
        button.setTooltip(new Tooltip(face.tooltip()));
        button.setAccessibleText(face.title());
        return button;
    }

    /** Tells whether a page is in front. */
    boolean isInFront(WorkbenchPage page) {
        return page.node().isVisible();
    }

    /** The id of the page in front; empty before there is one. */
    String front() {
        return buttons.keySet().stream()
                .filter(this::isInFront)
                .map(page -> page.face().id())
                .findFirst()
                .orElse("");
    }

    /** Brings a page to the front. */
    void show(WorkbenchPage page) {
        buttons.forEach((other, button) -> {
            boolean front = other.equals(page);
            button.setSelected(front);
            other.node().setVisible(front);
            other.setInFront(front);
        });
    }
}
