package dev.milliner.build.koji;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person wants to know of a hub, or do there, outside of a build. A hub that does not answer is a failure.
 *
 * @param client Koji's client
 * @param shown hears each command before it runs
 */
public record KojiQuestions(KojiClient client, Consumer<String> shown) {
    private static final Path ANYWHERE = Path.of("/");

    /** The build targets, by name. */
    public List<KojiTarget> targets() throws KojiFailed, InterruptedException {
        return StreamSupport.stream(call("getBuildTargets").spliterator(), false)
                .map(target -> new KojiTarget(
                        target.path("name").asString(""),
                        target.path("build_tag_name").asString(""),
                        target.path("dest_tag_name").asString("")))
                .sorted(java.util.Comparator.comparing(KojiTarget::name))
                .toList();
    }

    /** The names of all tags, sorted. */
    public List<String> tags() throws KojiFailed, InterruptedException {
        return StreamSupport.stream(call("listTags").spliterator(), false)
                .map(tag -> tag.path("name").asString(""))
                .sorted()
                .toList();
    }

    /** The task and all below it, as they are now. */
    public TaskTree tree(long task) throws KojiFailed, InterruptedException {
        String id = String.valueOf(task);
        JsonNode root = call("getTaskInfo", id);
        if (!root.isObject()) {
            throw new KojiFailed(KojiFailure.REFUSED, "The hub has no task " + id, "");
        }
        return TaskTree.of(root, call("getTaskDescendents", id));
    }

    /**
     * Cancels a task and those below it.
     *
     * @return how the task is now; one that was over before stays as it was
     */
    public KojiTask cancel(long task) throws KojiFailed, InterruptedException {
        List<String> command = client.acting(List.of("cancel", String.valueOf(task)));
        shown.accept(client.shown(command));
        given(client.act(command, ANYWHERE));
        return tree(task).root();
    }

    /**
     * Fetches what a task and those below it made.
     *
     * @param folder gets one folder for each task
     */
    public void download(long task, Path folder) throws KojiFailed, InterruptedException {
        List<String> command =
                client.reading("download-task", "--noprogress", "--all", "--dirpertask", String.valueOf(task));
        shown.accept(client.shown(command));
        given(client.ask(command, folder, Duration.ofHours(12)));
    }

    private JsonNode call(String... words) throws KojiFailed, InterruptedException {
        List<String> command = client.reading("call", "--json");
        command.addAll(List.of(words));
        shown.accept(client.shown(command));
        String text = given(client.ask(command, ANYWHERE, KojiRhythm.USUAL.patience()));
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException strange) {
            throw KojiFailed.of(client, new KojiAnswer.Given(text));
        }
    }

    private String given(KojiAnswer answer) throws KojiFailed, InterruptedException {
        if (answer instanceof KojiAnswer.Given given) {
            return given.output();
        }
        throw KojiFailed.of(client, client.explained(answer, ANYWHERE, KojiRhythm.USUAL.patience()));
    }
}
