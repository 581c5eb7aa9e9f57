package dev.milliner.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The images in a container archive, after OCI's image index and after {@code docker save}. What vouches for an image, as
 * buildkit adds it, is none.
 */
final class ArchivedImages {
    private static final int DEEPEST = 4;
    private static final int MOST = 1000;
    private static final List<String> NAMES = List.of("io.containerd.image.name", "org.opencontainers.image.ref.name");

    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final String ENDLESS = "its indexes lead from one to the next without end";

    private final LayerArchive archive;
    private final List<ArchivedImage> found = new ArrayList<>();
    private final Set<String> indexes = new HashSet<>();

    private ArchivedImages(LayerArchive archive) {
        this.archive = archive;
    }

    /** Those of an OCI archive, in the order of its indexes. */
    static List<ArchivedImage> oci(LayerArchive archive) throws IOException {
        ArchivedImages images = new ArchivedImages(archive);
        images.add(LayerArchive.json(archive.file("index.json")).path("manifests"), List.of(), 0);
        return images.found;
    }

    /** Those of an archive of {@code docker save}, in its order. */
    static List<ArchivedImage> docker(LayerArchive archive) throws IOException {
        List<ArchivedImage> found = new ArrayList<>();
        for (JsonNode image : LayerArchive.json(archive.file("manifest.json"))) {
            String configuration =
                    RootPath.of(image.path("Config").asString("")).orElse("");
            List<String> names = new ArrayList<>();
            image.path("RepoTags").forEach(tag -> names.add(tag.asString("")));
            boolean there = archive.has(configuration);
            found.add(new ArchivedImage(
                    there ? "sha256:" + archive.digest(configuration) : "",
                    names,
                    there ? platform(LayerArchive.json(archive.file(configuration))) : ""));
        }
        return found;
    }

    private void add(JsonNode manifests, List<String> above, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException(ENDLESS);
        }
        for (JsonNode one : manifests) {
            if (!one.path("annotations")
                    .path("vnd.docker.reference.type")
                    .asString("")
                    .equals("attestation-manifest")) {
                take(one, names(one, above), depth);
            }
        }
    }

    private void take(JsonNode one, List<String> names, int depth) throws IOException {
        if (found.size() == MOST) {
            throw new IOException("it holds more than " + MOST + " images");
        }
        String digest = one.path("digest").asString("");
        JsonNode below = index(one.path("mediaType").asString(""), digest);
        if (below.isMissingNode()) {
            String platform = platform(one.path("platform"));
            found.add(new ArchivedImage(digest, names, platform.isEmpty() ? configured(digest) : platform));
        } else if (indexes.add(digest)) {
            add(below, names, depth + 1);
        } else {
            throw new IOException(ENDLESS);
        }
    }

    /** The images that an index names; missing where it is no index. Who wrote it may have left out what it is. */
    private JsonNode index(String type, String digest) throws IOException {
        boolean perhaps = type.isEmpty() || INDEXES.contains(type);
        return perhaps ? LayerArchive.json(archive.blob(digest)).path("manifests") : MissingNode.getInstance();
    }

    /** The platform of an image whose index does not say it; an image that is damaged has none, which is said once it is chosen. */
    private String configured(String digest) {
        try {
            String configuration = LayerArchive.json(archive.blob(digest))
                    .path("config")
                    .path("digest")
                    .asString("");
            return platform(LayerArchive.json(archive.blob(configuration)));
        } catch (IOException damaged) {
            return "";
        }
    }

    private static List<String> names(JsonNode one, List<String> above) {
        List<String> own = NAMES.stream()
                .map(name -> one.path("annotations").path(name).asString(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return own.isEmpty() ? above : own;
    }

    private static String platform(JsonNode said) {
        return Stream.of("os", "architecture", "variant")
                .map(key -> said.path(key).asString(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /**
     * The one that is wanted; where none is, the one for this kind of machine, else the first.
     *
     * @param wanted a name, the tag of one, a platform or the start of a digest
     * @throws IOException when none or several are meant; the message names them
     */
    static int chosen(List<ArchivedImage> images, Optional<String> wanted) throws IOException {
        if (images.isEmpty()) {
            throw new IOException("its index names no image");
        }
        if (wanted.isEmpty()) {
            return Math.max(0, images.indexOf(first(images)));
        }
        List<ArchivedImage> meant =
                images.stream().filter(one -> one.isMeantBy(wanted.get())).toList();
        List<ArchivedImage> here =
                meant.stream().filter(ArchivedImage::isForHere).toList();
        if (meant.isEmpty()) {
            throw new IOException("it holds no image '" + wanted.get() + "', but " + ArchivedImage.words(images));
        }
        if (meant.size() > 1 && here.size() != 1) {
            throw new IOException("it holds several images '" + wanted.get() + "': " + ArchivedImage.words(meant));
        }
        return images.indexOf(here.size() == 1 ? here.getFirst() : meant.getFirst());
    }

    private static ArchivedImage first(List<ArchivedImage> images) {
        return images.stream().filter(ArchivedImage::isForHere).findFirst().orElse(images.getFirst());
    }
}
