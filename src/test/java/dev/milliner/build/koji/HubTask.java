package dev.milliner.build.koji;

import static dev.milliner.build.koji.XmlRpc.fields;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task of the stand-in hub, with what a builder wrote for it. */
public final class HubTask {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS+00:00").withZone(ZoneOffset.UTC);

    final int id;
    final String method;
    final String architecture;
    final @Nullable String label;
    final @Nullable Integer parent;
    final int owner;
    final List<@Nullable Object> request;
    final Map<String, byte[]> files = new LinkedHashMap<>();
    int state;

    @Nullable
    Instant started;

    @Nullable
    Instant completed;

    @Nullable
    Object result;

    XmlRpc.@Nullable Fault fault;
    private final Instant created = Instant.now();

    HubTask(
            int id,
            String method,
            String architecture,
            @Nullable String label,
            @Nullable Integer parent,
            int owner,
            List<@Nullable Object> request) {
        this.id = id;
        this.method = method;
        this.architecture = architecture;
        this.label = label;
        this.parent = parent;
        this.owner = owner;
        this.request = request;
    }

    /** Its state, as hubs number it. */
    public int state() {
        return state;
    }

    public boolean isOver() {
        return state == 2 || state == 3 || state == 5;
    }

    /** As {@code getTaskInfo} gives it. */
    Map<String, @Nullable Object> struct(boolean withRequest) {
        Map<String, @Nullable Object> struct = fields(
                "arch",
                architecture,
                "awaited",
                null,
                "channel_id",
                method.equals("kiwiBuild") || method.equals("createKiwiImage") ? 7 : 1,
                "completion_time",
                text(completed),
                "completion_ts",
                seconds(completed),
                "create_time",
                text(created),
                "create_ts",
                seconds(created),
                "host_id",
                started == null ? null : 1,
                "id",
                id,
                "label",
                label,
                "method",
                method,
                "owner",
                owner,
                "parent",
                parent,
                "priority",
                parent == null ? 20 : 19,
                "start_time",
                text(started),
                "start_ts",
                seconds(started),
                "state",
                state,
                "waiting",
                null,
                "weight",
                1.0);
        if (withRequest) {
            struct.put("request", request);
        }
        return struct;
    }

    /** As {@code listTasks} gives it. */
    Map<String, @Nullable Object> listed(String ownerName) {
        Map<String, @Nullable Object> struct = struct(true);
        struct.put("owner_name", ownerName);
        struct.put("owner_type", 0);
        struct.put("result", fault != null ? fault.struct() : state == 2 ? wrapped() : null);
        return struct;
    }

    private List<@Nullable Object> wrapped() {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(result);
        return list;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : TIME.format(time);
    }

    private static @Nullable Double seconds(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli() / 1000.0;
    }
}
