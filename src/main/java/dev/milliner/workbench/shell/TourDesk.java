package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.welcome.TourHost;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/**
 * The workbench that a tour leads through.
 *
 * @param shell the workbench
 * @param window its window
 */
record TourDesk(Shell shell, WorkbenchWindow window) implements TourHost {
    @Override
    public StackPane over() {
        return shell.node();
    }

    @Override
    public void showDefinition(String component) {
        with(component, found -> shell.goTo(place(found)));
    }

    private static Place place(Component component) {
        return component.overlays().isEmpty()
                ? component.place()
                : component.overlays().getFirst().place();
    }

    @Override
    public void showPage(String id) {
        shell.showPage(id);
    }

    @Override
    public void perform(String component, String command) {
        with(component, found -> {
            shell.page(DistroPage.class).inspect(found);
            shell.commands().find(command).ifPresent(shell.commands()::perform);
        });
    }

    private void with(String component, Consumer<Component> then) {
        Optional.ofNullable(window.workspace())
                .ifPresent((Workspace open) -> open.whenSettled((Snapshot snapshot) -> Optional.ofNullable(
                                snapshot.distro().components().get(component))
                        .ifPresent(then)));
    }
}
