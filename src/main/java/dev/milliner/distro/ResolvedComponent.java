package dev.milliner.distro;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a component's layers come to; kept from one load to the next while its layers stay the same. */
final class ResolvedComponent {
    private final TableValue merged;
    private final List<NamedLayer> layers;
    private final Lazy<List<ResolvedValue>> values;
    private final Lazy<List<Overlay>> overlays;
    private final Lazy<JsonNode> json;

    ResolvedComponent(TableValue merged, List<NamedLayer> layers, Lazy<JsonNode> json) {
        this.merged = merged;
        this.layers = List.copyOf(layers);
        this.values = new Lazy<>(() -> Provenance.of(Format.COMPONENT, merged, this.layers));
        this.overlays = new Lazy<>(this::layeredOverlays);
        this.json = json;
    }

    TableValue merged() {
        return merged;
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
        return layers.stream()
                .flatMap(layer ->
                        layer.table().tables("overlays").stream().map(table -> Overlay.of(table, layer.name())))
                .toList();
    }
}
