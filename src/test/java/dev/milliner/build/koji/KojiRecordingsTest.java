package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the stand-in hub against recordings of a real one: all recorded requests are sent to it in their order, and what
 * the real builder did between them is done between them. Each answer must have the recorded one's shape.
 */
class KojiRecordingsTest {
    private static final Pattern GREW = Pattern.compile("task (\\d+) (\\S+) grew to (\\d+) bytes");
    private static final Pattern CREATED = Pattern.compile("task (\\d+) (\\w+) \\((\\w+)\\) created under (\\d+)");
    private static final Pattern STATE = Pattern.compile("task (\\d+) (assigned|open|closed|failed|canceled.*)");
    private static final Set<String> OTHER =
            Set.of("login", "logout", "rawUpload", "multiCall", "HTTP GET", "HTTP HEAD");

    /** In multiCalls, only these are answered. */
    private static final Set<String> INNER = Set.of("cancelTask", "listTags");

    private static final Set<String> MADE_UP = Set.of("Command failed: kiwi-ng system build", "all subtasks failed");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    @Test
    void answersHaveTheShapesThatARealHubGave(@TempDir Path folder) throws Exception {
        SharedMaterial.unpack("koji/koji-exchanges.tar.xz", folder);
        List<Path> flows;
        try (Stream<Path> walk = Files.walk(folder)) {
            flows = walk.filter(file -> file.endsWith("exchanges.jsonl"))
                    .sorted()
                    .toList();
        }
        try (StandInHub hub = new StandInHub()) {
            for (Path flow : flows) {
                for (String line : Files.readAllLines(flow)) {
                    exchange(
                            hub,
                            flow.getName(flow.getNameCount() - 2).toString(),
                            JsonMapper.shared().readTree(line));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).as("exchanges of %s flows", flows.size()).isGreaterThan(1000);
    }

    private void exchange(StandInHub hub, String flow, JsonNode recorded) throws Exception {
        recorded.path("events_before").forEach(event -> happen(hub, event.asString()));
        String method = recorded.path("method").asString();
        String response = recorded.path("response").asString("");
        boolean lost = recorded.path("note").asString("").contains("executed this call");
        if ((recorded.has("injected") && !lost) || !isAnswered(recorded, method)) {
            return;
        }
        boolean offline = response.contains("<int>1014</int>");
        hub.offline(offline ? fault(response).getMessage() : null);
        if (lost) {
            hub.loseNextAnswerOf(method);
        }
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request(hub, recorded), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException noAnswer) {
            assertThat(lost).as("%s: %s", flow, recorded).isTrue();
            return;
        }
        compared++;
        String where = flow + " " + recorded.path("n").asInt() + " " + method + ": ";
        if (method.startsWith("HTTP ")) {
            long length =
                    Long.parseLong(answer.headers().firstValue("Content-Length").orElse("-1"));
            compare(where, recorded.path("response_bytes").asLong(length), length);
            compare(where, recorded.path("status").asInt(), answer.statusCode());
            return;
        }
        Object now = shape(new String(answer.body(), StandardCharsets.UTF_8));
        compare(where, shape(response), now);
        if (method.equals("login")) {
            remember(response, new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isAnswered(JsonNode recorded, String method) {
        if (method.equals("multiCall")) {
            return StreamSupport.stream(recorded.path("calls").spliterator(), false)
                    .allMatch(inner -> INNER.contains(inner.asString()));
        }
        return OTHER.contains(method) || HubMethods.KNOWN.contains(method) || method.equals("nosuchmethod");
    }

    private void compare(String where, Object recorded, Object now) {
        if (!fits(recorded, now)) {
            differences.add(where + "\n  recorded " + recorded + "\n  stand-in " + now);
        }
    }

    /** Lists are of one shape where one of them is empty: how much there is to list is no matter of shape. */
    private static boolean fits(@Nullable Object recorded, @Nullable Object now) {
        if (recorded instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> fits(one.get(key), other.get(key)));
        }
        if (recorded instanceof Set<?> one && now instanceof Set<?> other) {
            return one.isEmpty()
                    || other.isEmpty()
                    || other.stream().allMatch(item -> one.stream().anyMatch(known -> fits(known, item)));
        }
        return Objects.equals(recorded, now);
    }

    private HttpRequest request(StandInHub hub, JsonNode recorded) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(hub.address() + recorded.path("path").asString("/kojihub")));
        for (Map.Entry<String, JsonNode> header :
                recorded.path("request_headers").properties()) {
            String value = header.getValue().asString();
            request.header(
                    header.getKey(),
                    switch (header.getKey()) {
                        case "Koji-Session-Id" -> sessions.getOrDefault(value, value);
                        case "Koji-Session-Key" -> keys.getOrDefault(value, value);
                        default -> value;
                    });
        }
        String method = recorded.path("method").asString();
        if (method.startsWith("HTTP ")) {
            return request.method(method.substring(5), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        byte[] body = recorded.has("request_bytes")
                ? new byte[recorded.path("request_bytes").asInt()]
                : recorded.path("request").asString().getBytes(StandardCharsets.UTF_8);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private void remember(String recorded, String now) throws IOException {
        try {
            Map<String, @Nullable Object> before = XmlRpc.struct(XmlRpc.answer(recorded));
            Map<String, @Nullable Object> after = XmlRpc.struct(XmlRpc.answer(now));
            sessions.put(String.valueOf(before.get("session-id")), String.valueOf(after.get("session-id")));
            keys.put(String.valueOf(before.get("session-key")), String.valueOf(after.get("session-key")));
        } catch (XmlRpc.Fault refused) {
            // Both refuse, as was compared before.
        }
    }

    private static void happen(StandInHub hub, String event) {
        Matcher grew = GREW.matcher(event);
        Matcher created = CREATED.matcher(event);
        Matcher state = STATE.matcher(event);
        if (event.equals("the hub expired the session")) {
            hub.expireSessions();
        } else if (grew.matches()) {
            int task = Integer.parseInt(grew.group(1));
            int before =
                    Objects.requireNonNull(hub.tasks().get(task)).files.getOrDefault(grew.group(2), new byte[0]).length;
            hub.builder().write(task, grew.group(2), new byte[Integer.parseInt(grew.group(3)) - before]);
        } else if (created.matches()) {
            int made = hub.builder().child(Integer.parseInt(created.group(4)), created.group(2), created.group(3));
            assertThat(made).as(event).isEqualTo(Integer.parseInt(created.group(1)));
        } else if (state.matches()) {
            become(hub, Integer.parseInt(state.group(1)), state.group(2));
        } else {
            throw new AssertionError("an unknown event: " + event);
        }
    }

    private static void become(StandInHub hub, int task, String state) {
        HubBuilder builder = hub.builder();
        switch (state) {
            case "assigned" -> builder.assign(task);
            case "open" -> builder.open(task);
            case "closed" -> builder.close(task);
            case "failed" -> {
                boolean image =
                        Objects.requireNonNull(hub.tasks().get(task)).method.contains("iwi");
                builder.fail(task, image ? 1000 : 1005, image ? "all subtasks failed" : "error building package");
            }
            default -> builder.cancel(task);
        }
    }

    private static XmlRpc.Fault fault(String response) throws IOException {
        try {
            throw new AssertionError("no fault but " + XmlRpc.answer(response));
        } catch (XmlRpc.Fault fault) {
            return fault;
        }
    }

    private static Object shape(String response) throws IOException {
        try {
            return shape(XmlRpc.answer(response));
        } catch (XmlRpc.Fault fault) {
            // The texts that the recordings' builder gave are made up, and those of sessions hold a number.
            boolean real = fault.code() == 1000
                    && !MADE_UP.contains(String.valueOf(fault.getMessage()).replaceFirst(";.*", ""));
            return "fault " + fault.code() + (real ? " " + fault.getMessage() : "");
        }
    }

    private static Object shape(@Nullable Object value) {
        return switch (value) {
            case null -> "nil";
            case Map<?, ?> struct -> {
                Map<String, Object> shapes = new TreeMap<>();
                struct.forEach((name, item) -> shapes.put(String.valueOf(name), shape(item)));
                yield shapes;
            }
            case List<?> list -> {
                Set<Object> shapes = new java.util.LinkedHashSet<>();
                list.forEach(item -> shapes.add(shape(item)));
                yield shapes;
            }
            default -> value.getClass().getSimpleName();
        };
    }
}
