package dev.milliner.build.koji;

import static dev.milliner.build.koji.XmlRpc.fields;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripted builder of the stand-in hub: what a test lets happen to tasks. */
public final class HubBuilder {
    private final Map<Integer, HubTask> tasks;

    HubBuilder(Map<Integer, HubTask> tasks) {
        this.tasks = tasks;
    }

    synchronized void assign(int id) {
        task(id).state = 4;
    }

    public synchronized void open(int id) {
        HubTask task = task(id);
        task.state = 1;
        task.started = Instant.now();
    }

    /** The builder lost its machine; another one begins the task from the start. */
    synchronized void restart(int id) {
        HubTask task = task(id);
        task.files.clear();
        task.started = Instant.now().plusSeconds(1);
    }

    /** A task makes another one. */
    public synchronized int child(int parent, String method, String architecture) {
        int id = tasks.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        HubTask from = task(parent);
        String label = method.equals("buildSRPMFromSCM") ? "srpm" : architecture;
        tasks.put(
                id,
                new HubTask(id, method, architecture, label, parent, from.owner, request(from, method, architecture)));
        return id;
    }

    /** A file grows. */
    public synchronized void write(int id, String file, byte[] more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(task(id).files.getOrDefault(file, new byte[0]));
        bytes.writeBytes(more);
        task(id).files.put(file, bytes.toByteArray());
    }

    public void write(int id, String file, String more) {
        write(id, file, more.getBytes(StandardCharsets.UTF_8));
    }

    public synchronized void close(int id) {
        HubTask task = task(id);
        end(task, 2);
        task.result = result(task);
    }

    public synchronized void fail(int id, int code, String message) {
        HubTask task = task(id);
        end(task, 5);
        task.fault = new XmlRpc.Fault(code, message);
    }

    /** Ends a task and what it made, as hubs do. */
    synchronized void cancel(int id) {
        HubTask task = task(id);
        if (!task.isOver()) {
            end(task, 3);
        }
        List.copyOf(tasks.values()).stream()
                .filter(child -> child.parent != null && child.parent == id && !child.isOver())
                .forEach(child -> cancel(child.id));
    }

    private static void end(HubTask task, int state) {
        task.state = state;
        task.completed = Instant.now();
    }

    private HubTask task(int id) {
        HubTask task = tasks.get(id);
        if (task == null) {
            throw new XmlRpc.Fault(1000, "No such task: " + id);
        }
        return task;
    }

    private static List<@Nullable Object> request(HubTask parent, String method, String architecture) {
        Object first = parent.request.getFirst();
        return new ArrayList<>(
                switch (method) {
                    case "buildSRPMFromSCM" -> List.of(String.valueOf(first), 2, fields("repo_id", 1, "scratch", true));
                    case "buildArch" -> List.of("tasks/0/0/made.src.rpm", 2, architecture, true, fields("repo_id", 1));
                    default ->
                        List.of(
                                "vm-base",
                                "4.0",
                                "1",
                                architecture,
                                HubMethods.target(String.valueOf(first)),
                                2,
                                fields("id", 1),
                                String.valueOf(parent.request.get(2)),
                                String.valueOf(parent.request.get(3)),
                                fields("scratch", true, "repos", List.of("https://repo.example/")));
                });
    }

    private static @Nullable Object result(HubTask task) {
        return switch (task.method) {
            case "build" -> null;
            case "buildSRPMFromSCM" ->
                fields(
                        "srpm", paths(task, ".src.rpm").getFirst(),
                        "logs", paths(task, ".log"),
                        "brootid", 1,
                        "source", fields("url", task.request.getFirst(), "source", task.request.getFirst()));
            case "buildArch" ->
                fields(
                        "rpms",
                        paths(task, ".rpm").stream()
                                .filter(path -> !path.endsWith(".src.rpm"))
                                .toList(),
                        "srpms",
                        paths(task, ".src.rpm"),
                        "logs",
                        paths(task, ".log"),
                        "brootid",
                        2);
            case "kiwiBuild" -> "Scratch image build results in: /mnt/koji/scratch/dev/task_" + task.id;
            default ->
                fields(
                        "arch",
                        task.architecture,
                        "task_id",
                        task.id,
                        "name",
                        "vm-base",
                        "version",
                        "4.0",
                        "release",
                        "1",
                        "files",
                        task.files.keySet().stream()
                                .filter(name -> !name.endsWith(".log"))
                                .toList(),
                        "logs",
                        task.files.keySet().stream()
                                .filter(name -> name.endsWith(".log"))
                                .toList(),
                        "rpmlist",
                        List.of());
        };
    }

    private static List<String> paths(HubTask task, String end) {
        return task.files.keySet().stream()
                .filter(name -> name.endsWith(end))
                .map(name -> "tasks/" + task.id % 10000 + "/" + task.id + "/" + name)
                .toList();
    }
}
