package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Hands a request to the hub once. Where the answer was lost nobody knows whether the hub made the task, so it is looked
 * for before the request is sent again.
 */
final class KojiSubmission {
    private static final Pattern CREATED = Pattern.compile("(?m)^Created task: (\\d+)");
    private static final Pattern PAGE = Pattern.compile("(?m)^Task info: (\\S+)");

    private final KojiHub hub;
    private final KojiRun run;

    KojiSubmission(KojiHub hub, KojiRun run) {
        this.hub = hub;
        this.run = run;
    }

    /** Learns who asks, and which of the owner's tasks are older; fails where the hub is silent or the login wrong. */
    void prepare() throws KojiFailed, InterruptedException {
        JsonNode version = hub.callOnce("getKojiVersion");
        JsonNode owner = hub.whoOnce();
        if (!owner.isObject()) {
            throw KojiFailed.of(hub.client(), new KojiAnswer.Stranger("the profile does not log in"));
        }
        run.log(
                LogSeverity.INFO,
                "The hub of the profile " + hub.client().profile() + " runs Koji " + version.asString("?")
                        + "; logged in as " + owner.path("name").asString("?"));
        long id = owner.path("id").asLong();
        long newest = newestFirst(hub.callOnce(listing(id, 1)))
                .mapToLong(KojiSubmission::id)
                .max()
                .orElse(0);
        run.keep(run.record().withOwner(id, newest));
    }

    /**
     * Submits the request.
     *
     * @return the task's number
     */
    long work() throws KojiFailed, InterruptedException {
        while (true) {
            Optional<Long> made = lookFor();
            if (made.isPresent()) {
                run.log(LogSeverity.INFO, "The hub had made the task already");
                return created(made.get(), "");
            }
            run.keep(run.record().withAsked());
            switch (hub.act(run.record().order().words())) {
                case KojiAnswer.Given given -> {
                    Matcher task = CREATED.matcher(given.output());
                    if (!task.find()) {
                        throw KojiFailed.of(hub.client(), given);
                    }
                    Matcher page = PAGE.matcher(given.output());
                    return created(Long.parseLong(task.group(1)), page.find() ? page.group(1) : "");
                }
                case KojiAnswer.Silent silent -> hub.waitFor(silent);
                case KojiAnswer.Refused no -> throw KojiFailed.of(hub.client(), no);
                case KojiAnswer.Stranger no -> throw KojiFailed.of(hub.client(), no);
                case KojiAnswer.Untrusted no -> throw KojiFailed.of(hub.client(), no);
                case KojiAnswer.NoHub no -> throw KojiFailed.of(hub.client(), no);
                case KojiAnswer.Nowhere no -> throw KojiFailed.of(hub.client(), no);
                case KojiAnswer.Unequipped no -> throw KojiFailed.of(hub.client(), no);
            }
        }
    }

    /** The task that came of a request whose answer was lost, if the request was sent at all. */
    Optional<Long> lookFor() throws KojiFailed, InterruptedException {
        KojiRecord record = run.record();
        if (!record.asked()) {
            return Optional.empty();
        }
        JsonNode tasks = hub.call(listing(record.owner(), 50));
        return newestFirst(tasks)
                .filter(task -> id(task) > record.newest() && isOf(record.order(), task))
                .map(KojiSubmission::id)
                .reduce((newer, older) -> older);
    }

    private long created(long task, String page) throws KojiFailed {
        run.keep(run.record().withTask(task, page));
        run.log(LogSeverity.INFO, "Task " + task + (page.isEmpty() ? "" : ": " + page));
        run.happened(new KojiEvent.TaskCreated(task, page));
        return task;
    }

    private String[] listing(long owner, int limit) {
        String which = "{\"owner\": " + owner + ", \"method\": \""
                + run.record().order().method() + "\", \"decode\": true}";
        return new String[] {"listTasks", which, "{\"order\": \"-id\", \"limit\": " + limit + "}"};
    }

    private static Stream<JsonNode> newestFirst(JsonNode tasks) {
        return StreamSupport.stream(tasks.spliterator(), false);
    }

    private static long id(JsonNode task) {
        return task.path("id").asLong();
    }

    private static boolean isOf(KojiOrder order, JsonNode task) {
        List<String> words = StreamSupport.stream(task.path("request").spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        return order.marks().stream().allMatch(mark -> words.stream()
                .anyMatch(word -> mark.startsWith("/") ? word.endsWith(mark) : word.equals(mark)));
    }
}
