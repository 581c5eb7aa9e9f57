package dev.milliner.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The image in a container archive: after OCI's image layout an index, a manifest and layers by digest; after
 * {@code docker save} a list of layers.
 *
 * @param format {@code oci} or {@code docker}
 * @param layers their archives, lowest first
 * @param remarks what is worth a word
 */
record ContainerImage(String format, List<Path> layers, List<String> remarks) {
    private static final int MOST_LAYERS = 1000;
    private static final int DEEPEST = 4;

    static ContainerImage of(LayerArchive archive) throws IOException {
        List<String> remarks = new ArrayList<>();
        List<Path> layers = archive.has("oci-layout") && archive.has("index.json")
                ? oci(archive, remarks)
                : docker(archive, remarks);
        if (layers.size() > MOST_LAYERS) {
            throw new IOException("it has " + layers.size() + " layers, more than any image");
        }
        return new ContainerImage(archive.has("oci-layout") ? "oci" : "docker", layers, remarks);
    }

    private static List<Path> oci(LayerArchive archive, List<String> remarks) throws IOException {
        JsonNode node = LayerArchive.json(archive.file("index.json"));
        Set<String> seen = new HashSet<>();
        for (int depth = 0; node.has("manifests"); depth++) {
            String digest = chosen(node.path("manifests"), remarks);
            if (depth > DEEPEST || !seen.add(digest)) {
                throw new IOException("its indexes lead from one to the next without end");
            }
            node = LayerArchive.json(archive.blob(digest));
        }
        List<Path> layers = new ArrayList<>();
        for (JsonNode layer : node.path("layers")) {
            layers.add(archive.blob(layer.path("digest").asString("")));
        }
        return layers;
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

    private static List<Path> docker(LayerArchive archive, List<String> remarks) throws IOException {
        JsonNode images = LayerArchive.json(archive.file("manifest.json"));
        if (images.path(0).isMissingNode()) {
            throw new IOException("its manifest names no image");
        }
        if (images.size() > 1) {
            remarks.add("It holds " + images.size() + " images; this is the first.");
        }
        List<Path> layers = new ArrayList<>();
        for (JsonNode layer : images.path(0).path("Layers")) {
            layers.add(archive.file(RootPath.of(layer.asString("")).orElse("..")));
        }
        return layers;
    }
}
