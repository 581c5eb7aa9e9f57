package dev.milliner.image;

import dev.milliner.image.Carrier.Container;
import dev.milliner.image.Carrier.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int DEEPEST = 4;

    static ContainerImage of(LayerArchive archive) throws IOException {
        List<String> remarks = new ArrayList<>();
        ContainerImage image = archive.has("oci-layout") && archive.has("index.json")
                ? oci(archive, remarks)
                : docker(archive, remarks);
        if (image.files().size() > MOST_LAYERS) {
            throw new IOException("it has " + image.files().size() + " layers, more than any image");
        }
        return image;
    }

    private static ContainerImage oci(LayerArchive archive, List<String> remarks) throws IOException {
        JsonNode node = LayerArchive.json(archive.file("index.json"));
        Set<String> seen = new HashSet<>();
        for (int depth = 0; node.has("manifests"); depth++) {
            String digest = chosen(node.path("manifests"), remarks);
            if (depth > DEEPEST || !seen.add(digest)) {
                throw new IOException("its indexes lead from one to the next without end");
            }
            node = LayerArchive.json(archive.blob(digest));
        }
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

    /** Of several images the one for this kind of machine, else the first. */
    private static String chosen(JsonNode manifests, List<String> remarks) throws IOException {
        JsonNode first = manifests.path(0);
        if (first.isMissingNode()) {
            throw new IOException("its index names no image");
        }
        JsonNode chosen = first;
        for (JsonNode one : manifests) {
            JsonNode platform = one.path("platform");
            if (platform.path("architecture").asString("").equals("amd64")
                    && platform.path("os").asString("").equals("linux")) {
                chosen = one;
                break;
            }
        }
        String digest = chosen.path("digest").asString("");
        if (manifests.size() > 1) {
            remarks.add("It holds " + manifests.size() + " images; this is " + digest + ".");
        }
        return digest;
    }

    private static ContainerImage docker(LayerArchive archive, List<String> remarks) throws IOException {
        JsonNode images = LayerArchive.json(archive.file("manifest.json"));
        if (images.path(0).isMissingNode()) {
            throw new IOException("its manifest names no image");
        }
        if (images.size() > 1) {
            remarks.add("It holds " + images.size() + " images; this is the first.");
        }
        List<Path> files = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : images.path(0).path("Layers")) {
            String name = RootPath.of(layer.asString("")).orElse("..");
            files.add(archive.file(name));
            layers.add(new Layer("sha256:" + archive.digest(name), Files.size(files.getLast())));
        }
        String configuration =
                RootPath.of(images.path(0).path("Config").asString("")).orElse("");
        Map<String, String> labels =
                archive.has(configuration) ? labels(LayerArchive.json(archive.file(configuration))) : Map.of();
        return new ContainerImage("docker", files, new Container(labels, layers), remarks);
    }
}
