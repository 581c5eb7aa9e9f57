package dev.milliner.build.koji;

import static dev.milliner.build.koji.XmlRpc.fields;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/**
 * A hub on the loopback that answers as the recorded hub did ({@link KojiRecordingsTest} holds it against the
 * recordings). It can die and come back, lose answers, be offline and forget sessions.
 */
public final class StandInHub implements AutoCloseable {
    private static final Map<String, String> PASSWORDS = Map.of("dev", "devpw", "guest", "guestpw");

    private record Session(int id, String key, String user, AtomicInteger lastCall) {}

    private final Map<Integer, HubTask> tasks = new ConcurrentSkipListMap<>();
    private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Integer> uploads = new ConcurrentHashMap<>();
    private final HubBuilder builder = new HubBuilder(tasks);
    private final HubMethods methods = new HubMethods(tasks, builder, uploads);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> actions = new ConcurrentHashMap<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private HttpServer server;
    private volatile @Nullable String offline;
    private volatile @Nullable String losing;
    private volatile @Nullable String page;
    private volatile boolean expired;

    StandInHub() throws IOException {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        fresh.createContext("/kojihub", this::call);
        fresh.createContext("/kojifiles/work/tasks/", this::file);
        fresh.setExecutor(threads);
        fresh.start();
        return fresh;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    HubBuilder builder() {
        return builder;
    }

    public Map<Integer, HubTask> tasks() {
        return tasks;
    }

    /** The names of all methods called so far. */
    List<String> calls() {
        return calls;
    }

    /** How many bytes came of a file, whatever the folder that the client made for it. */
    long uploaded(String file) {
        return uploads.entrySet().stream()
                .filter(upload -> upload.getKey().endsWith("/" + file))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Stops listening; what runs loses its connection. */
    public synchronized void die() {
        server.stop(0);
    }

    /** Listens again, on the same port. */
    public synchronized void revive() throws IOException {
        server = listen(port);
    }

    /** Answers everything as a hub under maintenance, or works again with null. */
    public void offline(@Nullable String message) {
        offline = message;
    }

    /** Answers everything by a page, as a login page or a proxy does, or works again with null. */
    void standBehind(@Nullable String now) {
        page = now;
    }

    /** Does what is asked in the next call of a method, and closes the connection in place of an answer. */
    void loseNextAnswerOf(String method) {
        losing = method;
    }

    /** Lets something happen once, before the next call of a method is answered. */
    void before(String method, Runnable action) {
        actions.put(method, action);
    }

    /** Lets the next call of a session find that it has expired. */
    void expireSessions() {
        expired = true;
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }

    private void call(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String before = page;
            if (before != null) {
                send(exchange, "text/html", before.getBytes(StandardCharsets.UTF_8));
                return;
            }
            String query = exchange.getRequestURI().getRawQuery();
            XmlRpc.Call call = query != null && query.contains("filename=")
                    ? new XmlRpc.Call("rawUpload", List.of())
                    : XmlRpc.call(new String(body, StandardCharsets.UTF_8));
            calls.add(call.method());
            Runnable action = actions.remove(call.method());
            if (action != null) {
                action.run();
            }
            String answer;
            try {
                Object value = perform(exchange, call, query, body);
                answer = XmlRpc.answering(value);
            } catch (XmlRpc.Fault fault) {
                answer = XmlRpc.answering(fault);
            }
            if (call.method().equals(losing)) {
                losing = null;
                return;
            }
            send(exchange, "text/xml", answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private @Nullable Object perform(HttpExchange exchange, XmlRpc.Call call, @Nullable String query, byte[] body) {
        String message = offline;
        if (message != null) {
            throw new XmlRpc.Fault(1014, message);
        }
        if (call.method().equals("login")) {
            return login(exchange, call);
        }
        Session session = session(exchange, call.method());
        return switch (call.method()) {
            case "logout" -> {
                if (session != null) {
                    sessions.remove(session.id());
                }
                yield null;
            }
            case "rawUpload" -> upload(String.valueOf(query), body);
            case "multiCall" -> multiCall(call, session);
            default -> methods.answer(call, session == null ? null : session.user());
        };
    }

    private List<Object> multiCall(XmlRpc.Call call, @Nullable Session session) {
        List<Object> answers = new ArrayList<>();
        for (Object one : (List<?>) call.parameters().getFirst()) {
            Map<String, @Nullable Object> inner = XmlRpc.struct(one);
            List<@Nullable Object> parameters = new ArrayList<>((List<?>) inner.get("params"));
            String method = String.valueOf(inner.get("methodName"));
            calls.add(method);
            try {
                List<@Nullable Object> answer = new ArrayList<>();
                answer.add(
                        methods.answer(new XmlRpc.Call(method, parameters), session == null ? null : session.user()));
                answers.add(answer);
            } catch (XmlRpc.Fault fault) {
                Map<String, @Nullable Object> struct = fault.struct();
                struct.put("traceback", List.of("Traceback (most recent call last):\n", fault.getMessage() + "\n"));
                answers.add(struct);
            }
        }
        return answers;
    }

    private Map<String, @Nullable Object> login(HttpExchange exchange, XmlRpc.Call call) {
        String user = String.valueOf(call.argument(0, "user"));
        if (!String.valueOf(call.argument(1, "password")).equals(PASSWORDS.get(user))) {
            throw new XmlRpc.Fault(1002, "invalid username or password");
        }
        String renewed = exchange.getRequestHeaders().getFirst("Koji-Session-Id");
        boolean renew = Boolean.TRUE.equals(call.keywords().get("renew")) && renewed != null;
        int id = renew ? Integer.parseInt(renewed) : keys.get() + 1;
        String key = HubMethods.USERS.get(user) + "-StandInSessionKey" + keys.incrementAndGet();
        sessions.put(id, new Session(id, key, user, new AtomicInteger(-1)));
        return fields("session-id", id, "session-key", key, "header-auth", true);
    }

    private @Nullable Session session(HttpExchange exchange, String method) {
        String id = exchange.getRequestHeaders().getFirst("Koji-Session-Id");
        if (id == null) {
            return null;
        }
        Session session = sessions.get(Integer.parseInt(id));
        String key = exchange.getRequestHeaders().getFirst("Koji-Session-Key");
        if (session == null || !session.key().equals(key)) {
            throw new XmlRpc.Fault(1002, "Invalid session or bad credentials");
        }
        if (expired) {
            expired = false;
            throw new XmlRpc.Fault(1007, "session \"" + id + "\" has expired");
        }
        int number = Integer.parseInt(exchange.getRequestHeaders().getFirst("Koji-Session-Callnum"));
        if (session.lastCall().getAndSet(number) == number) {
            throw new XmlRpc.Fault(
                    1009, "unable to retry call " + number + " (method " + method + ") for session " + id);
        }
        return session;
    }

    private Map<String, @Nullable Object> upload(String query, byte[] body) {
        Map<String, String> options = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            options.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        int offset = Integer.parseInt(options.getOrDefault("offset", "0"));
        uploads.put(options.get("filepath") + "/" + options.get("filename"), offset + body.length);
        Adler32 sum = new Adler32();
        sum.update(body);
        return fields(
                "size",
                body.length,
                "fileverify",
                "adler32",
                "offset",
                offset,
                "hexdigest",
                String.format("%08x", sum.getValue()));
    }

    private void file(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] parts = exchange.getRequestURI().getPath().split("/", -1);
            HubTask task = tasks.get(Integer.parseInt(parts[parts.length - 2]));
            byte[] bytes = task == null ? null : task.files.get(parts[parts.length - 1]);
            calls.add("HTTP " + exchange.getRequestMethod());
            if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, "application/octet-stream", bytes);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Koji-Version", "1.35.3");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
