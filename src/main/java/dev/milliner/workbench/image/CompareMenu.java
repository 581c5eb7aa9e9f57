package dev.milliner.workbench.image;

import dev.milliner.source.CommitTree;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Offers what the image can be compared with. */
final class CompareMenu {
    private final MenuButton button;
    private final Consumer<Other> chosen;
    private final Supplier<Optional<Path>> artifact;

    CompareMenu(MenuButton button, Consumer<Other> chosen, Supplier<Optional<Path>> artifact) {
        this.button = button;
        this.chosen = chosen;
        this.artifact = artifact;
    }

    void offer(ImageDesk.Shown shown) {
        Question question = shown.question();
        Menu branches = new Menu(Wording.of("image.compare-menu.branch-tag"));
        branches.setDisable(true);
        button.getItems()
                .setAll(
                        item(Other.Commit.HEAD),
                        branches,
                        menu(Wording.of("image.compare-menu.image"), otherImages(question)),
                        menu(Wording.of("image.compare-menu.profile"), otherProfiles(shown)),
                        menu(Wording.of("image.compare-menu.architecture-level"), otherArchitectures(question)),
                        file());
        Path root = question.distro().tree().root();
        // Read only when the menu opens: the page plans again with every edit.
        button.setOnShowing(event -> Thread.ofVirtual().start(() -> {
            List<String> names = CommitTree.references(root);
            Platform.runLater(() -> fill(branches, names));
        }));
    }

    private static List<Other> otherImages(Question question) {
        return question.distro().images().keySet().stream()
                .filter(name -> !name.equals(question.image().name()))
                .<Other>map(Other.OtherImage::new)
                .toList();
    }

    private static List<Other> otherProfiles(ImageDesk.Shown shown) {
        Optional<String> now =
                shown.question().profile().or(() -> shown.question().image().profile());
        return shown.profiles().stream()
                .filter(name -> !now.equals(Optional.of(name)))
                .<Other>map(Other.OtherProfile::new)
                .toList();
    }

    private static List<Other> otherArchitectures(Question question) {
        return ImagePage.ARCHITECTURES.stream()
                .filter(one -> !one.equals(question.architecture()))
                .<Other>map(Other.OtherArchitecture::new)
                .toList();
    }

    private Menu menu(String title, List<Other> others) {
        Menu menu = new Menu(title);
        others.forEach(other -> menu.getItems().add(item(other)));
        menu.setDisable(others.isEmpty());
        return menu;
    }

    private void fill(Menu branches, List<String> names) {
        branches.getItems()
                .setAll(names.stream().map(Other.Commit::new).map(this::item).toList());
        branches.setDisable(names.isEmpty());
    }

    private MenuItem item(Other other) {
        MenuItem item = new MenuItem(other.label());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> chosen.accept(other));
        return item;
    }

    private MenuItem file() {
        MenuItem item = new MenuItem(Wording.of("image.compare-menu.built-image"));
        item.setOnAction(event -> artifact.get().ifPresent(file -> chosen.accept(new Other.Artifact(file))));
        return item;
    }
}
