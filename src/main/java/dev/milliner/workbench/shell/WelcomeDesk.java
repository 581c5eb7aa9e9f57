package dev.milliner.workbench.shell;

import static dev.milliner.workbench.base.Keys.control;
import static dev.milliner.workbench.base.Keys.controlShift;

import dev.milliner.ground.ProgramLog;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.drop.DropHost;
import dev.milliner.workbench.drop.DropTarget;
import dev.milliner.workbench.drop.Dropped;
import dev.milliner.workbench.report.ReportCard;
import dev.milliner.workbench.report.ReportSource;
import dev.milliner.workbench.settings.SettingsPage;
import dev.milliner.workbench.welcome.Recent;
import dev.milliner.workbench.welcome.Tour;
import dev.milliner.workbench.welcome.WelcomeHost;
import dev.milliner.workbench.welcome.WelcomeView;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** The welcome in its window. */
final class WelcomeDesk implements WelcomeHost, DropHost, AutoCloseable {
    private final WorkbenchWindow window;
    private final Folders folders;
    private final WelcomeView view;
    private final WelcomeSettings settings;
    private final ReportCard report;
    private final DropTarget drops;
    private final CommandRegistry commands = new CommandRegistry();

    WelcomeDesk(WorkbenchWindow window, Folders folders) {
        this.window = window;
        this.folders = folders;
        view = new WelcomeView(this);
        settings = new WelcomeSettings(window, view);
        report = new ReportCard(view.node(), window.choices());
        drops = new DropTarget(view.node(), this);
        commands.addAll(List.of(
                Command.of(
                        "distro.open",
                        Wording.of("shell.welcome-desk.open-distro"),
                        control(KeyCode.O),
                        window::openDistro),
                Command.of(
                        "distro.openNew",
                        Wording.of("command.distro.open-new"),
                        controlShift(KeyCode.N),
                        window::openInNewWindow),
                Command.of(
                        "page." + SettingsPage.ID,
                        Wording.of("shell.welcome-desk.show-settings"),
                        control(KeyCode.COMMA),
                        this::showSettings),
                ShellCommands.reporting(this::report)));
    }

    StackPane node() {
        return view.node();
    }

    WelcomeView view() {
        return view;
    }

    CommandRegistry commands() {
        return commands;
    }

    void tell(List<String> sentences) {
        view.tell(String.join("\n", sentences));
    }

    @Override
    public void open(Path root) {
        window.openInstead(root);
    }

    @Override
    public void tour(Path root) {
        window.openInstead(root);
        Shell shell = window.shell();
        if (shell != null) {
            new Tour(new TourDesk(shell, window)).begin();
        }
    }

    @Override
    public List<Recent> recent() {
        return window.recent();
    }

    @Override
    public void forget(Recent recent) {
        window.forget(recent);
    }

    @Override
    public Optional<Path> folder(String title) {
        return window.choices().targetFolder(title);
    }

    @Override
    public Path samples() {
        return folders.samples();
    }

    @Override
    public Path builds() {
        return folders.state().resolve("builds");
    }

    @Override
    public void showSettings() {
        settings.show();
    }

    @Override
    public String words(Dropped dropped) {
        return switch (dropped) {
            case Dropped.Tree tree -> Wording.of("shell.welcome-desk.open", tree.name());
            case Dropped.Folder folder -> Wording.of("shell.welcome-desk.no-distro-holds", folder.name());
            case Dropped.Artifact _, Dropped.Log _, Dropped.Patch _, Dropped.Text _ ->
                Wording.of("shell.welcome-desk.first-open-distro");
        };
    }

    @Override
    public void drop(Dropped dropped) {
        switch (dropped) {
            case Dropped.Tree tree -> window.openInstead(tree.path());
            case Dropped.Folder folder -> view.tell(ShellDrops.refusal(folder));
            case Dropped.Artifact _, Dropped.Log _, Dropped.Patch _, Dropped.Text _ ->
                view.tell(Wording.of("shell.welcome-desk.first-open-distro-then", dropped.name()));
        }
    }

    @Override
    public void report() {
        report.open(new ReportSource(
                window.settings().currentProperty().get(), ProgramLog.folder(), builds(), Optional.empty()));
    }

    @Override
    public void close() {
        report.end();
        drops.close();
        settings.close();
        view.close();
    }
}
