package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub as one build sees it: it may be silent for as long as it likes. */
final class KojiHub {
    private final KojiClient client;
    private final KojiRun run;
    private final KojiRhythm rhythm;
    private @Nullable Instant silentSince;
    private int failures;
    /** Whether a hub answered before, so that anything else that answers now is in its way for a while. */
    private boolean known;

    KojiHub(KojiClient client, KojiRun run, KojiRhythm rhythm) {
        this.client = client;
        this.run = run;
        this.rhythm = rhythm;
    }

    KojiClient client() {
        return client;
    }

    KojiRhythm rhythm() {
        return rhythm;
    }

    /** One command of the client, once. */
    interface Attempt {
        KojiAnswer once() throws KojiFailed, InterruptedException;
    }

    /** A method of the hub that only reads; its arguments are JSON. Asks until the hub answers. */
    JsonNode call(String... words) throws KojiFailed, InterruptedException {
        return json(patiently(() -> ask(words)));
    }

    /** As {@link #call}, but silence is a failure. */
    JsonNode callOnce(String... words) throws KojiFailed, InterruptedException {
        return json(given(ask(words)));
    }

    /** Asks who the client logs in as. */
    JsonNode whoOnce() throws KojiFailed, InterruptedException {
        List<String> command = client.acting(List.of("call", "--json", "getLoggedInUser"));
        return json(given(read(command, run.folder(), rhythm.patience())));
    }

    /** Asks for a task that this hub may never have had; silence is a failure, as nobody knows what is waited for. */
    void meet(long task) throws KojiFailed, InterruptedException {
        told(task, callOnce("getTaskInfo", String.valueOf(task)));
    }

    /** The task and all below it. */
    TaskTree tree(long task) throws KojiFailed, InterruptedException {
        String id = String.valueOf(task);
        // The children are asked for first: a task that is over by the second question makes none after the first.
        JsonNode descendants = call("getTaskDescendents", id);
        JsonNode root = told(task, call("getTaskInfo", id));
        TaskTree tree = TaskTree.of(root, descendants);
        run.keepTree(root, descendants);
        return tree;
    }

    private JsonNode told(long task, JsonNode root) throws KojiFailed {
        if (!root.isObject()) {
            throw new KojiFailed(
                    KojiFailure.REFUSED,
                    "The hub of the profile '" + client.profile() + "' has no task " + task,
                    "look for it with: " + client.typed("list-tasks", "--mine"));
        }
        return root;
    }

    /** Tries until the hub answers, waiting longer each time. */
    String patiently(Attempt attempt) throws KojiFailed, InterruptedException {
        while (true) {
            KojiAnswer answer = attempt.once();
            if (!(answer instanceof KojiAnswer.Silent silent)) {
                return given(answer);
            }
            waitFor(silent);
        }
    }

    /** Says that the hub is silent, and lets some time pass. */
    void waitFor(KojiAnswer.Silent silent) throws InterruptedException {
        failures++;
        Instant since = silentSince == null ? Instant.now() : silentSince;
        silentSince = since;
        Duration wait = rhythm.retry(failures);
        run.log(
                LogSeverity.WARNING,
                "The hub does not answer since " + time(since) + " (" + silent.message() + "); it is asked again in "
                        + Math.max(1, wait.toSeconds()) + " s");
        run.happened(new KojiEvent.HubSilent(since, silent.message(), wait));
        Thread.sleep(wait);
    }

    /** Runs a command that only reads, in a folder. */
    KojiAnswer read(List<String> command, Path folder, Duration patience) throws InterruptedException {
        run.command(command, client.shown(command));
        return heard(client.ask(command, folder, patience));
    }

    /** Runs a command that changes something on the hub. */
    KojiAnswer act(List<String> words) throws InterruptedException {
        List<String> command = client.acting(words);
        run.command(command, client.shown(command));
        return heard(client.act(command, run.folder()));
    }

    private KojiAnswer ask(String... words) throws InterruptedException {
        List<String> command = client.reading("call", "--json");
        command.addAll(List.of(words));
        return read(command, run.folder(), rhythm.patience());
    }

    private KojiAnswer heard(KojiAnswer said) throws InterruptedException {
        Instant since = silentSince;
        KojiAnswer answer = understood(said);
        known |= answer instanceof KojiAnswer.Given;
        if (since != null && !(answer instanceof KojiAnswer.Silent)) {
            run.log(LogSeverity.INFO, "The hub answers again; it was silent since " + time(since));
            run.happened(new KojiEvent.HubBack(since));
            silentSince = null;
            failures = 0;
        }
        return answer;
    }

    private KojiAnswer understood(KojiAnswer answer) throws InterruptedException {
        if (known && answer instanceof KojiAnswer.NoHub(String message)) {
            return new KojiAnswer.Silent("something else answers in its place: " + message);
        }
        // The reason is told once for a silence.
        return silentSince == null ? client.explained(answer, run.folder(), rhythm.patience()) : answer;
    }

    String given(KojiAnswer answer) throws KojiFailed {
        if (answer instanceof KojiAnswer.Given given) {
            return given.output();
        }
        throw KojiFailed.of(client, answer);
    }

    private JsonNode json(String text) throws KojiFailed {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException strange) {
            throw KojiFailed.of(client, new KojiAnswer.Given(text));
        }
    }

    private static String time(Instant moment) {
        return LocalTime.ofInstant(moment, ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
