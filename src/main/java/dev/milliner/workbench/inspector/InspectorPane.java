package dev.milliner.workbench.inspector;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Layer;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The resolved values of one definition, each with where it comes from. */
public final class InspectorPane {
    /** As far from the edge as the rows are. */
    private static final Insets BESIDE_ROWS = new Insets(2, 14, 10, 14);

    /** Longer lists of values are cut; nobody reads more than this. */
    private static final int MOST_ROWS = 120;

    @FXML
    private VBox root;

    @FXML
    private Label heading;

    @FXML
    private VBox rows;

    @FXML
    private Label emptyState;

    private final Consumer<Place> goTo;
    private final Consumer<Component> editResult;
    private final ValueDetails details;
    private Map<String, String> shownBefore = Map.of();
    private String shownKey = "";
    private List<Object> shownContent = List.of();

    /**
     * Makes the pane.
     *
     * @param goTo goes to a place when its link is clicked
     * @param changes changes values where they are set
     * @param editResult edits the result of a component's overlays
     */
    public InspectorPane(Consumer<Place> goTo, ValueChanges changes, Consumer<Component> editResult) {
        this.goTo = goTo;
        this.editResult = editResult;
        details = new ValueDetails(goTo, changes);
        Fxml.load("inspector/inspector.fxml", this);
        show(null, List.of());
    }

    /** The node to put on the screen. */
    public VBox node() {
        return root;
    }

    /**
     * Shows a definition.
     *
     * @param definition what to show, or null for nothing
     * @param values its values, worked out beforehand
     */
    public void show(@Nullable Definition definition, List<ResolvedValue> values) {
        List<Object> content = definition == null ? List.of() : content(definition, values);
        if (definition != null && content.equals(shownContent)) {
            return;
        }
        shownContent = content;
        emptyState.setVisible(definition == null);
        emptyState.setManaged(definition == null);
        rows.getChildren().clear();
        if (definition == null) {
            heading.setText(Wording.of("inspector.pane.resolved"));
            shownKey = "";
            return;
        }
        heading.setTooltip(new Tooltip(definition.name()));
        heading.setText(
                Wording.of("inspector.pane.resolved-named", definition.name().toUpperCase(Locale.ROOT)));
        String key = definition.kind() + " " + definition.name();
        Map<String, String> before = key.equals(shownKey) ? shownBefore : Map.of();
        Map<String, String> now = new HashMap<>();
        List<Node> made = new ArrayList<>();
        made.add(row(
                Wording.of("inspector.pane.kind"),
                definition.kind().label(),
                List.of(link(definition.place())),
                false));
        for (ResolvedValue value : values) {
            if (!value.path().startsWith("overlays")) {
                String text = ValueWords.of(value.value());
                now.put(value.path(), text);
                boolean changed = !before.isEmpty() && !text.equals(before.get(value.path()));
                made.add(valueRow(value, text, changed));
            }
        }
        if (definition instanceof Component component) {
            addComponent(component, made);
        }
        rows.getChildren().setAll(made.size() > MOST_ROWS ? made.subList(0, MOST_ROWS) : made);
        shownBefore = now;
        shownKey = key;
    }

    /** All that is shown of a definition; mostly the same after a key as before it. */
    private static List<Object> content(Definition definition, List<ResolvedValue> values) {
        List<Object> content = new ArrayList<>(List.of(definition.kind(), definition.name(), line(definition.place())));
        for (ResolvedValue value : values) {
            if (value.path().startsWith("overlays")) {
                continue;
            }
            content.add(value.path());
            content.add(ValueWords.of(value.value()));
            value.layers().forEach(layer -> content.add(layer.name() + where(layer) + ValueWords.of(layer.value())));
        }
        if (definition instanceof Component component) {
            content.addAll(component.groups());
            for (Overlay overlay : component.overlays()) {
                content.add(overlay.type());
                content.add(overlay.description().isEmpty() ? target(overlay) : overlay.description());
                content.add(line(overlay.place()));
            }
        }
        return content;
    }

    private static String line(Place place) {
        return place.file() + ":" + place.range().line();
    }

    private Node valueRow(ResolvedValue value, String text, boolean changed) {
        HBox row = row(shortened(value), text, origins(value), changed);
        Tooltip.install(row, new Tooltip(Wording.of("inspector.pane.click-where-set", value.path())));
        row.setAccessibleText(value.path() + ": " + text);
        return Facts.pressable(row, () -> details.show(row, value));
    }

    private void addComponent(Component component, List<Node> made) {
        if (!component.groups().isEmpty()) {
            made.add(row(Wording.of("inspector.pane.groups"), String.join(", ", component.groups()), List.of(), false));
        }
        List<Overlay> overlays = component.overlays();
        made.add(Facts.heading(Wording.of("inspector.pane.overlays"), Integer.toString(overlays.size())));
        overlays.forEach(overlay -> made.add(overlayRow(overlay)));
        made.add(editing(component));
    }

    private Node editing(Component component) {
        Hyperlink link = new Hyperlink(Wording.of("inspector.pane.edit-result"));
        link.setId("inspector-edit-result");
        VBox.setMargin(link, BESIDE_ROWS);
        link.setTooltip(new Tooltip(Wording.of("inspector.pane.change-spec-should")));
        link.setOnAction(event -> editResult.accept(component));
        return link;
    }

    private Node overlayRow(Overlay overlay) {
        Label type = new Label(overlay.type());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        type.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, type, gap, link(overlay.place()));
        String said = overlay.description().isEmpty() ? target(overlay) : overlay.description();
        Label about = new Label(said.isEmpty() ? Wording.of("inspector.pane.no-description") : said);
        about.getStyleClass().addAll("second", "small");
        about.setWrapText(true);
        VBox row = new VBox(1, head, about);
        row.getStyleClass().add("inspector-overlay");
        return row;
    }

    private static String target(Overlay overlay) {
        return Stream.of(overlay.tag(), overlay.file(), overlay.section(), overlay.regex())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private HBox row(String name, String value, List<Node> origins, boolean changed) {
        Label key = new Label(name);
        key.getStyleClass().add("name");
        Label text = new Label(value);
        text.getStyleClass().add("value");
        VBox from = new VBox();
        from.getChildren().setAll(origins);
        SideOrBelow both = new SideOrBelow(text, from);
        HBox.setHgrow(both, Priority.ALWAYS);
        key.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(key, both);
        row.getStyleClass().add("inspector-row");
        if (changed) {
            row.getStyleClass().add("changed");
        }
        return row;
    }

    /** The last two keys of a path say enough; the whole is in the tooltip. */
    private static String shortened(ResolvedValue value) {
        List<String> keys = value.keys();
        return keys.size() <= 2 ? value.path() : String.join(".", keys.subList(keys.size() - 2, keys.size()));
    }

    private List<Node> origins(ResolvedValue value) {
        if (value.layers().isEmpty()) {
            return List.of();
        }
        Layer winner = value.layers().getLast();
        Control node = winner.file().isEmpty() ? builtIn(winner) : link(winner);
        if (value.layers().size() > 1) {
            node.setTooltip(new Tooltip(value.layers().stream()
                    .map(layer -> layer.name() + ": " + ValueWords.of(layer.value()) + where(layer))
                    .collect(Collectors.joining("\n"))));
        }
        return List.of(node);
    }

    private static String where(Layer layer) {
        return layer.file().isEmpty() ? "" : "  (" + layer.file() + ":" + layer.line() + ")";
    }

    private static Label builtIn(Layer layer) {
        Label label = new Label(layer.name());
        label.getStyleClass().add("row-note");
        return label;
    }

    private Hyperlink link(Layer layer) {
        TextRange start = new TextRange(layer.line(), 1, layer.line(), 1);
        Hyperlink link = link(new Place(layer.file(), start));
        link.setTooltip(new Tooltip(layer.name() + ": " + layer.file() + ":" + layer.line()));
        return link;
    }

    private Hyperlink link(Place place) {
        String name = place.file().substring(place.file().lastIndexOf('/') + 1);
        Hyperlink link = new Hyperlink(name + ":" + place.range().line());
        link.setOnAction(event -> goTo.accept(place));
        link.setTooltip(new Tooltip(place.file() + ":" + place.range().line()));
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setMinWidth(40);
        return link;
    }
}
