package dev.milliner.workbench.shell;

import static dev.milliner.workbench.base.Keys.control;
import static dev.milliner.workbench.base.Keys.controlShift;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.search.SearchPalette;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

/**
 * The commands of the window as a whole.
 *
 * @param palette quick search
 * @param host opens distros
 * @param report opens a report of a problem
 * @param activity shows what runs and what was said, or takes it away
 * @param root the window's content
 */
record ShellCommands(SearchPalette palette, ShellHost host, Runnable report, Runnable activity, Pane root) {
    List<Command> all() {
        return Stream.concat(own().stream(), new FocusCommands(root).all().stream())
                .toList();
    }

    private List<Command> own() {
        return List.of(
                Command.of("go.search", Wording.of("command.go.search"), control(KeyCode.P), () -> palette.open("")),
                Command.of(
                        "go.command",
                        Wording.of("command.go.command"),
                        controlShift(KeyCode.P),
                        () -> palette.open(">")),
                Command.of("go.symbol", Wording.of("command.go.symbol"), control(KeyCode.T), () -> palette.open("@")),
                Command.of("go.line", Wording.of("command.go.line"), control(KeyCode.G), () -> palette.open(":")),
                Command.of("distro.open", Wording.of("command.distro.open"), control(KeyCode.O), host::openDistro),
                Command.of(
                        "distro.openNew",
                        Wording.of("command.distro.open-new"),
                        controlShift(KeyCode.N),
                        host::openInNewWindow),
                new Command(
                        "distro.close",
                        Wording.of("command.distro.close"),
                        Optional.empty(),
                        () -> true,
                        host::closeDistro),
                new Command(
                        "help.activity", Wording.of("command.help.activity"), Optional.empty(), () -> true, activity),
                reporting(report));
    }

    /** The command that reports a problem; it is there also where no distro is open. */
    static Command reporting(Runnable report) {
        return new Command("help.report", Wording.of("command.help.report"), Optional.empty(), () -> true, report);
    }
}
