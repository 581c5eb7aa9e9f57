package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.drop.DropHost;
import dev.milliner.workbench.drop.Dropped;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.image.ImagePage;
import dev.milliner.workbench.refactor.PatchToAdd;
import dev.milliner.workbench.refactor.RefactoringDesk;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What becomes of what is dropped on the window of a distro.
 *
 * @param workspace the distro that is open
 * @param window opens others
 * @param files opens texts
 * @param notices tells what can't be
 * @param refactorings has a patch added
 * @param image shows what artifacts hold
 * @param explain shows a log with what it tells
 * @param focus the component in focus
 * @param showPage brings a page to the front
 */
record ShellDrops(
        Workspace workspace,
        ShellHost window,
        OpenFiles files,
        Notices notices,
        RefactoringDesk refactorings,
        ImagePage image,
        Consumer<Path> explain,
        Supplier<Optional<Component>> focus,
        Consumer<String> showPage)
        implements DropHost {
    @Override
    public String words(Dropped dropped) {
        String name = dropped.name();
        return switch (dropped) {
            case Dropped.Tree tree ->
                isOpen(tree)
                        ? Wording.of("shell.drops.open-already", name)
                        : Wording.of("shell.drops.open-place-distro", name);
            case Dropped.Folder folder -> Wording.of("shell.drops.no-distro-holds", name);
            case Dropped.Artifact artifact -> Wording.of("shell.drops.show-holds", name);
            case Dropped.Log log -> Wording.of("shell.drops.show-log", name);
            case Dropped.Patch patch ->
                target(patch)
                        .map(component -> Wording.of("shell.drops.add-after-preview", name, component.name()))
                        .orElse(Wording.of("shell.drops.open", name));
            case Dropped.Text text -> Wording.of("shell.drops.open", name);
        };
    }

    @Override
    public void drop(Dropped dropped) {
        switch (dropped) {
            case Dropped.Tree tree -> {
                if (!isOpen(tree)) {
                    window.openInPlace(tree.path());
                }
            }
            case Dropped.Folder folder -> notices.tell(Wording.of("shell.drops.no-distro"), List.of(refusal(folder)));
            case Dropped.Artifact artifact -> inspect(artifact.path());
            case Dropped.Log log -> explain.accept(log.path());
            case Dropped.Patch patch -> target(patch).ifPresentOrElse(one -> add(patch, one), () -> open(patch.path()));
            case Dropped.Text text -> open(text.path());
        }
    }

    /** Why a folder is not opened, and what could be. */
    static String refusal(Dropped.Folder folder) {
        return Wording.of("shell.drops.no-azldev-toml", folder.path());
    }

    private boolean isOpen(Dropped.Tree tree) {
        return tree.path().equals(workspace.root().toAbsolutePath().normalize());
    }

    /** A patch of the tree's own is there to be read; another is to become the component's. */
    private Optional<Component> target(Dropped.Patch patch) {
        return isInTree(patch.path()) ? Optional.empty() : focus.get();
    }

    private boolean isInTree(Path file) {
        return file.startsWith(workspace.root().toAbsolutePath().normalize());
    }

    private void add(Dropped.Patch patch, Component component) {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot != null) {
            PatchToAdd adding = new PatchToAdd(component, patch.path());
            refactorings.preview(adding.title(), adding.fields(snapshot.distro()), adding::answer, () -> {});
        }
    }

    private void inspect(Path artifact) {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot == null || snapshot.distro().images().isEmpty()) {
            notices.tell(
                    Wording.of("shell.drops.nowhere-show"),
                    List.of(Wording.of("shell.drops.holds-shown-beside", artifact.getFileName(), artifact)));
            return;
        }
        showPage.accept(image.face().id());
        image.inspect(artifact);
    }

    private void open(Path file) {
        showPage.accept(DistroPage.ID);
        Path root = workspace.root().toAbsolutePath().normalize();
        files.open((isInTree(file) ? root.relativize(file) : file).toString(), editor -> {});
    }
}
