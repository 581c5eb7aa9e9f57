package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.overlays.LineDeed;
import dev.milliner.workbench.overlays.LineWish;
import dev.milliner.workbench.overlays.OverlayDesk;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The commands that wish something for the result of overlays, at the caret's line in a component's spec.
 *
 * @param editors the editors
 * @param distro the newest state of the distro
 * @param overlays told the wish
 */
record ResultCommands(EditorTabs editors, Supplier<Optional<Distro>> distro, OverlayDesk overlays) {
    List<Command> all() {
        return Stream.of(LineDeed.values()).map(this::command).toList();
    }

    private Command command(LineDeed deed) {
        return new Command(
                "result." + deed.name().toLowerCase(Locale.ROOT),
                deed == LineDeed.EDIT ? deed.words() : Wording.of("shell.result-commands.from-result", deed.words()),
                Optional.empty(),
                () -> component().isPresent(),
                () -> wish(deed, overlays.wishProperty()::set));
    }

    private void wish(LineDeed deed, Consumer<LineWish> then) {
        Optional<CodeEditor> spec = editors.current();
        component()
                .ifPresent(component -> then.accept(new LineWish(
                        component.name(),
                        spec.orElseThrow().text(),
                        spec.orElseThrow().line() - 1,
                        deed)));
    }

    /** The component whose spec is in front. */
    private Optional<Component> component() {
        return editors.current().flatMap(editor -> distro.get()
                .flatMap(now -> now.componentOfSpec(editor.file().path())));
    }
}
