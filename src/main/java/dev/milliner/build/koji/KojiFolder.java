package dev.milliner.build.koji;

import dev.milliner.build.history.BuildStore;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lies in the folder of a build on a farm, for whoever looks at it.
 *
 * @param folder the build's folder
 */
public record KojiFolder(Path folder) {
    private static final String TREE = "tasks.json";

    /** The logs that are worth reading come first. */
    private static final List<String> READING_ORDER =
            List.of("build.log", "image-root", "checkout.log", "mock_output.log", "root.log");

    /** Keeps the hub's answers, so that a crash leaves the old ones or the new ones, whole. */
    static void keep(Path folder, JsonNode root, JsonNode descendants) throws IOException {
        ObjectNode both = JsonMapper.shared().createObjectNode();
        both.set("root", root);
        both.set("descendants", descendants);
        byte[] text = JsonMapper.shared().writeValueAsString(both).getBytes(StandardCharsets.UTF_8);
        Path part = folder.resolve(TREE + ".part");
        // A stream, as a channel closes when the thread is interrupted, which is how a build is told to end.
        try (FileOutputStream stream = new FileOutputStream(part.toFile())) {
            stream.write(text);
        }
        Files.move(part, folder.resolve(TREE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The profile that the build was submitted with. */
    public String profile() throws IOException {
        return KojiRecord.read(folder).profile();
    }

    /** The folders of builds on farms whose end was not seen yet, oldest first. */
    public static List<Path> unfinished(BuildStore store) throws IOException {
        if (!Files.isDirectory(store.folder())) {
            return List.of();
        }
        List<Path> unfinished = new ArrayList<>();
        try (Stream<Path> folders = Files.list(store.folder())) {
            for (Path folder : folders.filter(KojiRecord::isIn).sorted().toList()) {
                if (KojiRecord.read(folder).outcome().isEmpty()) {
                    unfinished.add(folder);
                }
            }
        }
        return unfinished;
    }

    /** The folder of a build whose end was not seen yet, by its task. */
    public static Optional<Path> unfinished(BuildStore store, String profile, long task) throws IOException {
        for (Path folder : unfinished(store)) {
            KojiRecord record = KojiRecord.read(folder);
            if (record.profile().equals(profile) && record.task().equals(OptionalLong.of(task))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The tasks as they were last seen; empty where none was seen. */
    public Optional<TaskTree> tree() {
        try {
            JsonNode both = JsonMapper.shared().readTree(Files.readString(folder.resolve(TREE)));
            return Optional.of(TaskTree.of(both.path("root"), both.path("descendants")));
        } catch (IOException | JacksonException | KojiFailed none) {
            return Optional.empty();
        }
    }

    /** The logs of a task that are here, the one that is worth reading first; they hold what the hub gave, no more. */
    public List<Path> logs(long task) {
        try {
            Path logs = folder.resolve(KojiRecord.read(folder).logs());
            return KojiLogs.files(logs).stream()
                    .filter(file -> KojiLogs.task(logs, file) == task)
                    .sorted(Comparator.comparingInt(KojiFolder::place).thenComparing(Path::getFileName))
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static int place(Path log) {
        String name = String.valueOf(log.getFileName());
        for (int i = 0; i < READING_ORDER.size(); i++) {
            if (name.startsWith(READING_ORDER.get(i))) {
                return i;
            }
        }
        return READING_ORDER.size();
    }
}
