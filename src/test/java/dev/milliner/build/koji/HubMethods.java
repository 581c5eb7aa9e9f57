package dev.milliner.build.koji;

import static dev.milliner.build.koji.XmlRpc.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that the stand-in hub knows, answered as the recorded hub answered them. */
final class HubMethods {
    /** What it answers beside the sessions; a name not among them gets the real hub's fault. */
    static final Set<String> KNOWN = Set.of(
            "getAPIVersion",
            "getKojiVersion",
            "getLoggedInUser",
            "getPerms",
            "getBuildTargets",
            "getBuildTarget",
            "listTags",
            "getTag",
            "getHost",
            "getUser",
            "build",
            "kiwiBuild",
            "cancelTask",
            "resubmitTask",
            "checkUpload",
            "getTaskInfo",
            "getTaskChildren",
            "getTaskDescendents",
            "getTaskRequest",
            "getTaskResult",
            "listTasks",
            "listTaskOutput",
            "downloadTaskOutput",
            "listBuilds",
            "listBuildroots");

    private static final List<Map<String, @Nullable Object>> TAGS = List.of(
            tag(1, "azl4", "x86_64"), tag(2, "azl4-build", "x86_64 aarch64"), tag(3, "azl4-images", "x86_64 aarch64"));

    private final Map<Integer, HubTask> tasks;
    private final HubBuilder builder;
    private final Map<String, Integer> uploads;

    HubMethods(Map<Integer, HubTask> tasks, HubBuilder builder, Map<String, Integer> uploads) {
        this.tasks = tasks;
        this.builder = builder;
        this.uploads = uploads;
    }

    /** The users of the recordings. */
    static final Map<String, Integer> USERS = Map.of("dev", 2, "guest", 3);

    @Nullable
    Object answer(XmlRpc.Call call, @Nullable String user) {
        return switch (call.method()) {
            case "getAPIVersion" -> 1;
            case "getKojiVersion" -> "1.35.3";
            case "getLoggedInUser" -> user == null ? null : loggedIn(user);
            case "getPerms" -> "dev".equals(user) ? List.of("image", "tag") : List.of();
            case "getUser" -> user(call.argument(0, "userInfo"));
            case "getHost" -> host();
            case "getBuildTargets" -> targets(call.argument(0, "info"));
            case "getBuildTarget" ->
                targets(call.argument(0, "info")).stream().findFirst().orElse(null);
            case "listTags" -> listTags(call);
            case "getTag" -> tag(call);
            case "build" -> build(call, user);
            case "kiwiBuild" -> kiwiBuild(call, user);
            case "cancelTask" -> cancel(call, user);
            case "resubmitTask" -> made(strictTask(call).method, String.valueOf(user), strictTask(call).request);
            case "checkUpload" -> checkUpload(call);
            case "getTaskInfo" -> taskInfo(call);
            case "getTaskChildren" ->
                children(number(call.argument(0, "task_id")), isTrue(call.argument(1, "request")));
            case "getTaskDescendents" -> descendants(call);
            case "getTaskRequest" -> strictTask(call).request;
            case "getTaskResult" -> result(call);
            case "listTasks" -> listTasks(call);
            case "listTaskOutput" -> listOutput(call);
            case "downloadTaskOutput" -> download(call);
            case "listBuilds", "listBuildroots" -> List.of();
            default -> throw new XmlRpc.Fault(1000, "Invalid method: " + call.method());
        };
    }

    static Map<String, @Nullable Object> target(String name) {
        return fields(
                "build_tag",
                2,
                "build_tag_name",
                "azl4-build",
                "dest_tag",
                name.equals("azl4") ? 1 : 3,
                "dest_tag_name",
                name,
                "id",
                name.equals("azl4") ? 1 : 2,
                "name",
                name);
    }

    private static Map<String, @Nullable Object> loggedIn(String user) {
        Map<String, @Nullable Object> struct = fields("id", USERS.get(user));
        struct.putAll(fields("name", user, "status", 0, "usertype", 0));
        struct.putAll(fields("krb_principals", List.of(), "authtype", 0, "krb_principal", null));
        return struct;
    }

    private static @Nullable Object user(@Nullable Object wanted) {
        return USERS.entrySet().stream()
                .filter(user -> user.getKey().equals(wanted) || user.getValue().equals(wanted))
                .findFirst()
                .map(user -> fields(
                        "id",
                        user.getValue(),
                        "name",
                        user.getKey(),
                        "status",
                        0,
                        "usertype",
                        0,
                        "krb_principals",
                        List.of()))
                .orElse(null);
    }

    private static Map<String, @Nullable Object> host() {
        Map<String, @Nullable Object> host =
                fields("arches", "x86_64 aarch64", "capacity", 2.0, "comment", null, "description", null);
        host.putAll(fields("enabled", true, "id", 1, "name", "builder1.kojihub.example", "ready", true));
        host.putAll(fields("task_load", 0.0, "update_ts", 1735787041.0, "user_id", 4));
        return host;
    }

    private static List<Map<String, @Nullable Object>> targets(@Nullable Object name) {
        return Stream.of("azl4", "azl4-images")
                .filter(known -> name == null || known.equals(name))
                .map(HubMethods::target)
                .toList();
    }

    private static Map<String, @Nullable Object> tag(int id, String name, String architectures) {
        Map<String, @Nullable Object> tag = fields("arches", architectures, "id", id, "locked", false);
        tag.putAll(fields("maven_include_all", false, "maven_support", false));
        tag.putAll(fields("name", name, "perm", null, "perm_id", null));
        return tag;
    }

    private static Object listTags(XmlRpc.Call call) {
        Object pattern = call.argument(4, "pattern");
        return TAGS.stream()
                .filter(tag -> pattern == null
                        || String.valueOf(tag.get("name"))
                                .startsWith(pattern.toString().replace("*", "")))
                .toList();
    }

    private static @Nullable Object tag(XmlRpc.Call call) {
        Object wanted = call.argument(0, "tagInfo");
        for (Map<String, @Nullable Object> tag : TAGS) {
            if (Objects.equals(tag.get("name"), wanted) || Objects.equals(tag.get("id"), wanted)) {
                Map<String, @Nullable Object> whole = new LinkedHashMap<>(tag);
                whole.put("extra", Map.of());
                return whole;
            }
        }
        if (isTrue(call.argument(1, "strict"))) {
            throw new XmlRpc.Fault(1000, "No such tagInfo: '" + wanted + "'");
        }
        return null;
    }

    private int build(XmlRpc.Call call, @Nullable String user) {
        if (user == null) {
            throw new XmlRpc.Fault(1004, "you must be logged in for this operation");
        }
        List<@Nullable Object> request = new ArrayList<>();
        request.add(call.argument(0, "src"));
        request.add(call.argument(1, "target"));
        request.add(call.argument(2, "opts"));
        return made("build", user, request);
    }

    private int kiwiBuild(XmlRpc.Call call, @Nullable String user) {
        if (user == null || !user.equals("dev")) {
            throw new XmlRpc.Fault(
                    1004,
                    "image permission required (" + (user == null ? "user not logged in" : "logged in as " + user)
                            + ")");
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>(call.keywords());
        List<@Nullable Object> request = new ArrayList<>();
        Object target = options.remove("target");
        if (targets(target).isEmpty()) {
            throw new XmlRpc.Fault(1000, "No such build target: " + target);
        }
        if (options.get("arches") instanceof List<?> arches
                && !arches.stream().allMatch(arch -> String.valueOf(arch).matches("[a-zA-Z0-9_-]+"))) {
            throw new XmlRpc.Fault(1000, "Architecture can be only [a-zA-Z0-9_-]");
        }
        request.add(target);
        request.add(options.remove("arches"));
        request.add(options.remove("desc_url"));
        request.add(options.remove("desc_path"));
        options.remove("__starstar");
        options.put("use_buildroot_repo", true);
        request.add(options);
        return made("kiwiBuild", user, request);
    }

    private int made(String method, String user, List<@Nullable Object> request) {
        int id = tasks.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        Integer owner = USERS.get(user);
        tasks.put(id, new HubTask(id, method, "noarch", null, null, owner == null ? 0 : owner, request));
        return id;
    }

    private @Nullable Object cancel(XmlRpc.Call call, @Nullable String user) {
        HubTask task = tasks.get(number(call.argument(0, "task_id")));
        if (task == null) {
            throw new XmlRpc.Fault(1000, "No such task: " + call.argument(0, "task_id"));
        }
        if (user == null) {
            throw new XmlRpc.Fault(1004, "you must be logged in for this operation");
        }
        if (!Integer.valueOf(task.owner).equals(USERS.get(user))) {
            throw new XmlRpc.Fault(1004, "Cannot cancel task, not owner");
        }
        if (!task.isOver()) {
            builder.cancel(task.id);
        }
        return null;
    }

    private @Nullable Object checkUpload(XmlRpc.Call call) {
        Integer size = uploads.get(call.argument(0, "path") + "/" + call.argument(1, "name"));
        return size == null ? null : fields("size", size, "mtime", 1735787045.0);
    }

    private @Nullable Object taskInfo(XmlRpc.Call call) {
        if (call.parameters().isEmpty()) {
            throw new XmlRpc.Fault(1019, "RootExports.getTaskInfo() missing 1 required positional argument: 'task_id'");
        }
        boolean withRequest = isTrue(call.argument(1, "request"));
        Object wanted = call.argument(0, "task_id");
        if (wanted instanceof List<?> ids) {
            List<@Nullable Object> all = new ArrayList<>();
            ids.forEach(id -> all.add(taskInfo(number(id), withRequest)));
            return all;
        }
        Object info = taskInfo(number(wanted), withRequest);
        if (info == null && isTrue(call.argument(2, "strict"))) {
            throw new XmlRpc.Fault(1000, "query returned no rows");
        }
        return info;
    }

    private @Nullable Object taskInfo(int id, boolean withRequest) {
        HubTask task = tasks.get(id);
        return task == null ? null : task.struct(withRequest);
    }

    private List<Object> children(int id, boolean withRequest) {
        return tasks.values().stream()
                .filter(task -> task.parent != null && task.parent == id)
                .map(task -> (Object) task.struct(withRequest))
                // The real hub gives them in no order.
                .toList()
                .reversed();
    }

    private Map<String, Object> descendants(XmlRpc.Call call) {
        Map<String, Object> all = new LinkedHashMap<>();
        descendants(number(call.argument(0, "task_id")), isTrue(call.argument(1, "request")), all);
        return all;
    }

    private void descendants(int id, boolean withRequest, Map<String, Object> all) {
        all.put(String.valueOf(id), children(id, withRequest));
        for (HubTask task : List.copyOf(tasks.values())) {
            if (task.parent != null && task.parent == id) {
                descendants(task.id, withRequest, all);
            }
        }
    }

    private HubTask strictTask(XmlRpc.Call call) {
        HubTask task = tasks.get(number(call.argument(0, "task_id")));
        if (task == null) {
            throw new XmlRpc.Fault(1000, "No such task");
        }
        return task;
    }

    private @Nullable Object result(XmlRpc.Call call) {
        HubTask task = strictTask(call);
        if (task.state == 3) {
            throw new XmlRpc.Fault(1000, "Task " + task.id + " is canceled");
        }
        if (!task.isOver()) {
            throw new XmlRpc.Fault(1000, "Task " + task.id + " is not finished");
        }
        XmlRpc.Fault fault = task.fault;
        if (fault == null) {
            return task.result;
        }
        if (Boolean.FALSE.equals(call.argument(1, "raise_fault"))) {
            return fault.struct();
        }
        throw fault;
    }

    private Object listTasks(XmlRpc.Call call) {
        Map<String, @Nullable Object> which = XmlRpc.struct(call.argument(0, "opts"));
        Map<String, @Nullable Object> how = XmlRpc.struct(call.argument(1, "queryOpts"));
        Comparator<HubTask> order = Comparator.comparingInt(task -> task.id);
        long limit = how.get("limit") instanceof Integer number ? number : Long.MAX_VALUE;
        return tasks.values().stream()
                .filter(task -> which.get("owner") == null || Objects.equals(which.get("owner"), task.owner))
                .filter(task -> which.get("method") == null || Objects.equals(which.get("method"), task.method))
                .filter(task -> !(which.get("state") instanceof List<?> states) || states.contains(task.state))
                .filter(task -> which.get("startedAfter") == null || task.started != null)
                .sorted("-id".equals(how.get("order")) ? order.reversed() : order)
                .limit(limit)
                .map(task -> task.listed("dev"))
                .toList();
    }

    private Object listOutput(XmlRpc.Call call) {
        HubTask task = tasks.get(number(call.argument(0, "taskID")));
        Map<String, byte[]> files = task == null ? Map.of() : task.files;
        boolean sizes = isTrue(call.argument(1, "stat"));
        if (!isTrue(call.argument(2, "all_volumes"))) {
            return List.copyOf(files.keySet());
        }
        Map<String, @Nullable Object> listed = new LinkedHashMap<>();
        new LinkedHashMap<>(files)
                .forEach((name, bytes) -> listed.put(
                        name,
                        sizes
                                ? fields(
                                        "DEFAULT",
                                        fields(
                                                "st_size", String.valueOf(bytes.length),
                                                "st_atime", 1735787047.0,
                                                "st_mtime", 1735787047.0,
                                                "st_ctime", 1735787047.0))
                                : List.of("DEFAULT")));
        return listed;
    }

    private Object download(XmlRpc.Call call) {
        int id = number(call.argument(0, "taskID"));
        Object name = call.argument(1, "fileName");
        HubTask task = tasks.get(id);
        byte[] bytes = task == null ? null : task.files.get(name);
        if (bytes == null) {
            throw new XmlRpc.Fault(1000, "no file \"" + name + "\" output by task " + id);
        }
        int offset = call.argument(2, "offset") instanceof Integer given ? given : 0;
        int size = call.argument(3, "size") instanceof Integer given ? given : -1;
        int start = Math.clamp(offset < 0 ? (long) bytes.length + offset : offset, 0, bytes.length);
        int end = size < 0 ? bytes.length : (int) Math.min(bytes.length, (long) start + size);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, start, end));
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static int number(@Nullable Object value) {
        return value instanceof Integer number ? number : -1;
    }
}
