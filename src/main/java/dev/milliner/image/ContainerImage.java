package dev.milliner.image;

import dev.milliner.image.Carrier.Container;
import dev.milliner.image.Carrier.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The image in a container archive: after OCI's image layout an index, a manifest and layers by digest; after
 * {@code docker save} a list of layers.
 *
 * @param format {@code oci} or {@code docker}
 * @param files the archives of its layers, lowest first
 * @param carrier its labels and layers
 * @param remarks what is worth a word
 */
record ContainerImage(String format, List<Path> files, Carrier.Container carrier, List<String> remarks) {
    private static final int MOST_LAYERS = 1000;

    /**
     * Reads one.
     *
     * @param wanted which of several, as {@link ArchivedImages#chosen} has it
     */
    static ContainerImage of(LayerArchive archive, Optional<String> wanted) throws IOException {
        List<String> remarks = new ArrayList<>();
        ContainerImage image = archive.has("oci-layout") && archive.has("index.json")
                ? oci(archive, wanted, remarks)
                : docker(archive, wanted, remarks);
        if (image.files().size() > MOST_LAYERS) {
            throw new IOException("it has " + image.files().size() + " layers, more than any image");
        }
        return image;
    }

    private static ContainerImage oci(LayerArchive archive, Optional<String> wanted, List<String> remarks)
            throws IOException {
        List<ArchivedImage> images = ArchivedImages.oci(archive);
        int chosen = ArchivedImages.chosen(images, wanted);
        remark(images, chosen, remarks);
        JsonNode node = LayerArchive.json(archive.blob(images.get(chosen).digest()));
        List<Path> files = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : node.path("layers")) {
            String digest = layer.path("digest").asString("");
            files.add(archive.blob(digest));
            layers.add(new Layer(digest, Files.size(files.getLast())));
        }
        String configuration = node.path("config").path("digest").asString("");
        return new ContainerImage(
                "oci", files, new Container(labels(archive, configuration, remarks), layers), remarks);
    }

    /** An image without a configuration, or with one that is damaged, still has its layers. */
    private static Map<String, String> labels(LayerArchive archive, String digest, List<String> remarks) {
        if (digest.isEmpty()) {
            return Map.of();
        }
        try {
            return labels(LayerArchive.json(archive.blob(digest)));
        } catch (IOException damaged) {
            remarks.add("Its configuration cannot be read, so its labels are not known: " + damaged.getMessage() + ".");
            return Map.of();
        }
    }

    private static Map<String, String> labels(JsonNode configuration) {
        Map<String, String> labels = new HashMap<>();
        configuration
                .path("config")
                .path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return labels;
    }

    private static void remark(List<ArchivedImage> images, int chosen, List<String> remarks) {
        if (images.size() > 1) {
            remarks.add("It holds " + images.size() + " images: " + ArchivedImage.words(images) + ". This is "
                    + images.get(chosen).words() + ".");
        }
    }

    private static ContainerImage docker(LayerArchive archive, Optional<String> wanted, List<String> remarks)
            throws IOException {
        List<ArchivedImage> images = ArchivedImages.docker(archive);
        int chosen = ArchivedImages.chosen(images, wanted);
        remark(images, chosen, remarks);
        JsonNode image = LayerArchive.json(archive.file("manifest.json")).path(chosen);
        List<Path> files = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : image.path("Layers")) {
            String name = RootPath.of(layer.asString("")).orElse("..");
            files.add(archive.file(name));
            layers.add(new Layer("sha256:" + archive.digest(name), Files.size(files.getLast())));
        }
        String configuration = RootPath.of(image.path("Config").asString("")).orElse("");
        Map<String, String> labels =
                archive.has(configuration) ? labels(LayerArchive.json(archive.file(configuration))) : Map.of();
        return new ContainerImage("docker", files, new Container(labels, layers), remarks);
    }
}
