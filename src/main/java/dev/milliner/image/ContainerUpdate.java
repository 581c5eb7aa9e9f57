package dev.milliner.image;

import dev.milliner.image.Carrier.Container;
import dev.milliner.image.Carrier.Layer;
import java.util.List;
import java.util.Optional;

/**
 * What an update from one container to another is for a machine that has the first: layers of the same digest are not fetched again.
 *
 * @param stay layers that both have
 * @param come layers that are fetched
 * @param go layers that the second no longer has; they stay on the machine as long as it can go back
 * @param back whether the machine can go back, or why not
 */
public record ContainerUpdate(List<Layer> stay, List<Layer> come, List<Layer> go, WayBack back) {
    /** With lists that nobody changes. */
    public ContainerUpdate {
        stay = List.copyOf(stay);
        come = List.copyOf(come);
        go = List.copyOf(go);
    }

    /** Compares two artifacts; empty where one of them is no container. */
    public static Optional<ContainerUpdate> of(Inspection first, Inspection second) {
        if (!(first.carrier() instanceof Container before) || !(second.carrier() instanceof Container after)) {
            return Optional.empty();
        }
        List<Layer> stay =
                after.layers().stream().filter(before.layers()::contains).toList();
        List<Layer> come =
                after.layers().stream().filter(layer -> !stay.contains(layer)).toList();
        List<Layer> go =
                before.layers().stream().filter(layer -> !stay.contains(layer)).toList();
        return Optional.of(new ContainerUpdate(stay, come, go, back(first, before, second, after)));
    }

    private static WayBack back(Inspection first, Container before, Inspection second, Container after) {
        if (!before.isBootable() && !after.isBootable()) {
            return WayBack.NO_MACHINE;
        }
        if (!isWhole(second, after)) {
            return WayBack.SECOND_LACKS;
        }
        return isWhole(first, before) ? WayBack.POSSIBLE : WayBack.FIRST_LACKS;
    }

    private static boolean isWhole(Inspection inspection, Container container) {
        return container.isBootable()
                && !inspection.boot().kernels().isEmpty()
                && !inspection.boot().initramfs().isEmpty();
    }

    /** How many bytes a list of layers comes to, as they are stored. */
    public static long size(List<Layer> layers) {
        return layers.stream().mapToLong(Layer::size).sum();
    }
}
