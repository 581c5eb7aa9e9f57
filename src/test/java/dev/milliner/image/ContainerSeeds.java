package dev.milliner.image;

import dev.milliner.fuzz.TarSeeds;
import dev.milliner.ground.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Containers in archives, whose digests fit whatever is in them. */
final class ContainerSeeds {
    private ContainerSeeds() {}

    /** A small root. */
    static byte[] root() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("usr/lib/os-release", bytes("ID=x\nNAME=\"X\"\n"));
        files.put("etc/fstab", bytes("UUID=1 / ext4\n"));
        files.put("usr/.wh.gone", new byte[0]);
        files.put("var/.wh..wh..opq", new byte[0]);
        files.put("usr/bin/a", bytes("\u007FELF"));
        return tar(files);
    }

    /** A manifest; {@code $LAYER} stands for the digest of the layer. */
    static byte[] manifest() {
        return bytes(
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"digest\":\"$LAYER\"},"
                        + "\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"$LAYER\",\"size\":1}]}");
    }

    static byte[] oci(byte[] manifest, byte[] layer) throws IOException {
        String digest = digest(layer);
        byte[] filled = new String(manifest, StandardCharsets.ISO_8859_1)
                .replace("$LAYER", "sha256:" + digest)
                .getBytes(StandardCharsets.ISO_8859_1);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
        files.put("index.json", bytes("{\"manifests\":[{\"digest\":\"sha256:" + digest(filled) + "\"}]}"));
        files.put("blobs/sha256/" + digest(filled), filled);
        files.put("blobs/sha256/" + digest, layer);
        return tar(files);
    }

    static byte[] docker() throws IOException {
        String id = digest(root());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "manifest.json",
                bytes("[{\"Config\":\"" + id + ".json\",\"RepoTags\":[\"a:b\"],\"Layers\":[\"" + id + ".tar\"]}]"));
        files.put(id + ".json", bytes("{\"os\":\"linux\",\"config\":{\"Labels\":{\"a\":\"b\"}}}"));
        files.put(id + ".tar", root());
        return tar(files);
    }

    private static String digest(byte[] content) {
        return Digests.of(Digests.sha256(), content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return TarSeeds.summed(bytes.toByteArray());
    }
}
