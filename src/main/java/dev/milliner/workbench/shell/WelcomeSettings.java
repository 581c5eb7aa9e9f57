package dev.milliner.workbench.shell;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.settings.SettingsPage;
import dev.milliner.workbench.welcome.WelcomeView;
import dev.milliner.workbench.words.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/** The settings over the welcome, where there is no editor for their file. */
final class WelcomeSettings implements PageHost {
    private final WelcomeView view;
    private final SettingsPage page;
    private final BorderPane box = new BorderPane();

    WelcomeSettings(WorkbenchWindow window, WelcomeView view) {
        this.view = view;
        page = new SettingsPage(
                window.settings(),
                new CommandRegistry(),
                window.themes().stream().map(Theme::name).toList(),
                name -> Theme.label(name),
                this);
        Button back = new Button(Wording.of("shell.welcome-settings.back"));
        back.setId("welcome-back");
        back.getStyleClass().setAll("button", "plain-button");
        back.setTooltip(new Tooltip(Wording.of("shell.welcome-settings.back-welcome-esc")));
        back.setOnAction(event -> hide());
        BorderPane bar = new BorderPane();
        bar.getStyleClass().add("settings-bar");
        bar.setLeft(back);
        box.getStyleClass().add("content");
        box.setTop(bar);
        box.setCenter(page.node());
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
            }
        });
    }

    void show() {
        if (box.getParent() == null) {
            view.node().getChildren().add(box);
            page.setInFront(true);
        }
    }

    private void hide() {
        view.node().getChildren().remove(box);
    }

    @Override
    public void goTo(Place place) {
        hide();
        view.tell(Wording.of("shell.welcome-settings.settings-open-distro", place.file()));
    }

    @Override
    public void showPage(String id) {
        show();
    }

    @Override
    public void say(String sentence) {
        view.tell(sentence);
    }

    @Override
    public void notice(String title, String text) {
        view.tell(text);
    }

    void close() {
        page.close();
    }
}
