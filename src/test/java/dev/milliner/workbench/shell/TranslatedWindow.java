package dev.milliner.workbench.shell;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/**
 * A workbench in a process of its own, as the words are read once, that brings each of its pages and cards to the front and prints
 * what stands on them. Arguments: the state folder and the distro's root.
 */
public final class TranslatedWindow {
    /** The last line that is printed where all was shown. */
    static final String END = "All was shown.";

    private TranslatedWindow() {}

    /** The process entry. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The application. */
    public static final class Window extends Application {
        /** Parts of the screen that show text of a file, or what the rooms below say of this machine. */
        private static final Set<String> OF_OTHERS = Set.of("machine-row", "stage-row", "diff-half");

        private final Set<String> found = new TreeSet<>();

        @Override
        public void start(Stage stage) throws Exception {
            List<String> arguments = getParameters().getRaw();
            WorkbenchWindow window = UiTest.open(stage, Path.of(arguments.get(0)), Path.of(arguments.get(1)));
            Thread.ofPlatform().start(() -> {
                try {
                    walk(window, stage);
                    found.forEach(System.out::println);
                    System.out.println(END);
                } catch (RuntimeException | AssertionError failed) {
                    System.out.println(failed);
                } finally {
                    Runtime.getRuntime().halt(0);
                }
            });
        }

        private void walk(WorkbenchWindow window, Stage stage) {
            Shell shell = Objects.requireNonNull(window.shell());
            UiTest.until("the distro is resolved", shell::isSettled);
            look("start", stage);
            perform(() -> shell.goTo(Place.startOf("comps/greet/greet.comp.toml")));
            UiTest.until("the file is open", () -> shell.editors().current().isPresent() && shell.isSettled());
            perform(() -> shell.editors().current().orElseThrow().find(true));
            for (Command command : shell.commands().all()) {
                add("command " + command.id(), command.words());
                add("command " + command.id(), UiTest.onScreen(() -> command.now()
                        .get()));
            }
            for (Command page : shell.commands().all().stream()
                    .filter(command -> command.id().startsWith("page."))
                    .toList()) {
                perform(() -> shell.commands().perform(page));
                UiTest.until(page.id() + " is settled", shell::isSettled);
                look(page.id(), stage);
            }
            for (String card :
                    List.of("commit.open", "help.activity", "help.report", "refactor.rename", "refactor.extract")) {
                perform(() ->
                        shell.commands().perform(shell.commands().find(card).orElseThrow()));
                UiTest.until(card + " is settled", shell::isSettled);
                look(card, stage);
                perform(() -> stage.getScene().getRoot().requestFocus());
            }
            perform(() -> shell.palette().open(">"));
            UiTest.until("quick search is settled", shell.palette()::isSettled);
            look("palette", stage);
            perform(() -> shell.palette().close());
            perform(window::welcome);
            UiTest.until(
                    "the welcome is there", () -> stage.getScene().getRoot().lookup("#welcome") != null);
            look("welcome", stage);
        }

        private static void perform(Deed deed) {
            UiTest.onScreen(() -> {
                deed.run();
                return true;
            });
        }

        /** Something that may fail. */
        private interface Deed {
            void run() throws Exception;
        }

        private void look(String where, Stage stage) {
            UiTest.onScreen(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                look(where, stage.getScene().getRoot());
                return true;
            });
        }

        private void look(String where, Node node) {
            if (!node.isVisible()
                    || node.getStyleClass().stream().anyMatch(OF_OTHERS::contains)
                    || "code".equals(node.getId())) {
                return;
            }
            add(where, node.getAccessibleText());
            texts(node).forEach(text -> add(where, text));
            if (node instanceof Control control && control.getTooltip() != null) {
                add(where, control.getTooltip().getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> look(where, child));
            }
        }

        private static Stream<String> texts(Node node) {
            return switch (node) {
                case MenuButton menu -> Stream.concat(Stream.of(text(menu)), items(menu.getItems()));
                case Labeled labeled -> Stream.of(text(labeled));
                case TextInputControl input -> Stream.ofNullable(input.getPromptText());
                case TabPane tabs -> tabs.getTabs().stream().map(Tab::getText);
                case TableView<?> table -> table.getColumns().stream().map(TableColumnBase::getText);
                case TreeTableView<?> table -> table.getColumns().stream().map(TableColumnBase::getText);
                case Text text when !(text.getParent() instanceof Labeled) -> Stream.of(text.getText());
                default -> Stream.empty();
            };
        }

        private static Stream<String> items(List<MenuItem> items) {
            return items.stream()
                    .flatMap(item -> Stream.concat(
                            Stream.ofNullable(item.getText()),
                            item instanceof Menu menu ? items(menu.getItems()) : Stream.empty()));
        }

        private static String text(Labeled labeled) {
            return Objects.requireNonNullElse(labeled.getText(), "");
        }

        private void add(String where, @org.jspecify.annotations.Nullable String text) {
            if (text != null && !text.isBlank()) {
                found.add(where + "\t" + text.replace('\n', ' '));
            }
        }
    }
}
