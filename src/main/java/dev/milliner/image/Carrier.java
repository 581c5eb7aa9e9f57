package dev.milliner.image;

import java.util.List;
import java.util.Map;

/** What carries the root of a built image, which a root by itself does not tell. */
public sealed interface Carrier {
    /** A folder, an archive, a package or a database: how it will be mounted is not said anywhere. */
    record Plain() implements Carrier {}

    /**
     * A container's archive.
     *
     * @param labels of its configuration
     * @param layers lowest first
     */
    record Container(Map<String, String> labels, List<Layer> layers) implements Carrier {
        /** What says of a container that machines boot it, with the value {@code 1}. */
        public static final String BOOTABLE = "containers.bootc";

        /** With collections that nobody changes. */
        public Container {
            labels = Map.copyOf(labels);
            layers = List.copyOf(layers);
        }

        /** Tells whether it says that machines boot it. */
        public boolean isBootable() {
            return labels.getOrDefault(BOOTABLE, "").equals("1");
        }
    }

    /**
     * A layer of a container.
     *
     * @param digest such as {@code sha256:…}, or what the archive calls it; the same layer has the same one
     * @param size as it is stored, in bytes
     */
    record Layer(String digest, long size) {}

    /**
     * A disk or a file system.
     *
     * @param volumes in the order of its partitions
     */
    record Disk(List<Volume> volumes) implements Carrier {
        /** With a list that nobody changes. */
        public Disk {
            volumes = List.copyOf(volumes);
        }
    }

    /** Partitions that may hold files and were not read: what is on them cannot be said. */
    default List<Volume> unread() {
        return this instanceof Disk disk
                ? disk.volumes().stream().filter(volume -> !volume.read()).toList()
                : List.of();
    }
}
