package dev.milliner.differential;

import dev.milliner.ground.Digests;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A repository that a seed made. */
final class GeneratedRepository {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    final String id;
    final int priority;
    final int cost;
    final List<GeneratedPackage> packages = new ArrayList<>();
    String groups = "";
    String modules = "";

    GeneratedRepository(String id, int priority, int cost) {
        this.id = id;
        this.priority = priority;
        this.cost = cost;
    }

    /** Writes it as createrepo would. */
    Path write(Path folder) throws IOException {
        StringBuilder primary = new StringBuilder(HEAD + "<metadata xmlns=\"http://linux.duke.edu/metadata/common\""
                + " xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\" packages=\"" + packages.size() + "\">");
        StringBuilder lists = new StringBuilder(HEAD + "<filelists xmlns=\"http://linux.duke.edu/metadata/filelists\""
                + " packages=\"" + packages.size() + "\">");
        for (int i = 0; i < packages.size(); i++) {
            primary.append(packages.get(i).primary(i));
            lists.append(packages.get(i).fileLists(i));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("primary", primary.append("</metadata>").toString());
        parts.put("filelists", lists.append("</filelists>").toString());
        if (!groups.isEmpty()) {
            parts.put("group", HEAD + groups);
        }
        if (!modules.isEmpty()) {
            parts.put("modules", modules);
        }
        Path data = Files.createDirectories(folder.resolve("repodata"));
        StringBuilder index = new StringBuilder(
                HEAD + "<repomd xmlns=\"http://linux.duke.edu/metadata/repo\"><revision>1</revision>");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String name = part.getKey() + (part.getKey().equals("modules") ? ".yaml" : ".xml");
            byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
            Files.write(data.resolve(name), content);
            index.append("<data type=\"").append(part.getKey()).append("\"><checksum type=\"sha256\">");
            index.append(Digests.of(Digests.sha256(), content));
            index.append("</checksum><location href=\"repodata/")
                    .append(name)
                    .append("\"/><timestamp>1</timestamp><size>");
            index.append(content.length).append("</size></data>");
        }
        Files.writeString(data.resolve("repomd.xml"), index.append("</repomd>"));
        return folder;
    }

    /** What is read of it once it is written. */
    RepositoryMetadata metadata(Path folder) throws RepositoryException {
        return new Repositories(folder.resolve("unused"), Duration.ofSeconds(5))
                .get(id, folder.toString(), priority)
                .ranked(priority, cost);
    }
}
