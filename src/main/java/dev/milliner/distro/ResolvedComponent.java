package dev.milliner.distro;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What a component's layers come to, worked out when first asked for. */
final class ResolvedComponent {
    private final Lazy<List<NamedLayer>> layers;
    private final Lazy<List<ResolvedValue>> values;
    private final Lazy<List<Overlay>> overlays;
    private final Lazy<JsonNode> json;

    ResolvedComponent(
            TableValue table,
            UnaryOperator<TableValue> complete,
            Supplier<List<NamedLayer>> layers,
            Function<TableValue, JsonNode> json) {
        this.layers = new Lazy<>(layers);
        this.values = new Lazy<>(() -> Provenance.of(Format.COMPONENT, complete.apply(table), this.layers.get()));
        this.overlays = new Lazy<>(this::layeredOverlays);
        this.json = new Lazy<>(() -> json.apply(complete.apply(table)));
    }

    List<ResolvedValue> values() {
        return values.get();
    }

    List<Overlay> overlays() {
        return overlays.get();
    }

    JsonNode json() {
        return json.get();
    }

    private List<Overlay> layeredOverlays() {
        return layers.get().stream()
                .flatMap(layer ->
                        layer.table().tables("overlays").stream().map(table -> Overlay.of(table, layer.name())))
                .toList();
    }
}
