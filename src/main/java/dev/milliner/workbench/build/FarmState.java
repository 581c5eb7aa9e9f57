package dev.milliner.workbench.build;

import dev.milliner.build.koji.KojiEvent;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskTree;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How a build on a farm is, as far as its session has heard.
 *
 * @param doing what is done before the hub has a task, in a sentence
 * @param folder the build's folder, once there is one
 * @param fraction how far it is, from 0 to 1
 * @param task the task's number, once the hub gave one
 * @param page where people look at the task, or empty
 * @param tasks all tasks that were seen, by number
 * @param silence the hub's silence while it lasts
 * @param failure why nothing was sent to the hub
 * @param result what came of it, once it is over or left
 */
record FarmState(
        String doing,
        Optional<Path> folder,
        double fraction,
        OptionalLong task,
        String page,
        Map<Long, KojiTask> tasks,
        Optional<Silence> silence,
        Optional<String> failure,
        Optional<BuildResult> result) {
    /**
     * A hub that does not answer.
     *
     * @param since when it was found silent first
     * @param next when it is asked again
     */
    record Silence(Instant since, Instant next) {}

    /** One whose task may be known from before. */
    static FarmState begun(String doing, OptionalLong task, String page) {
        return new FarmState(
                doing, Optional.empty(), 0, task, page, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean isOver() {
        return failure.isPresent() || result.isPresent();
    }

    /** The tasks as a tree; empty before the hub told of any. */
    Optional<TaskTree> tree() {
        if (task.isEmpty() || !tasks.containsKey(task.getAsLong())) {
            return Optional.empty();
        }
        KojiTask root = tasks.get(task.getAsLong());
        List<KojiTask> below = tasks.values().stream()
                .filter(one -> one.id() != task.getAsLong())
                .toList();
        return Optional.ofNullable(root).map(found -> new TaskTree(found, below));
    }

    FarmState withDoing(String now) {
        return new FarmState(now, folder, fraction, task, page, tasks, silence, failure, result);
    }

    FarmState withFolder(Path place, OptionalLong known) {
        return new FarmState(doing, Optional.of(place), fraction, known, page, tasks, silence, failure, result);
    }

    FarmState withFailure(String why) {
        return new FarmState(doing, folder, fraction, task, page, tasks, silence, Optional.of(why), result);
    }

    FarmState after(BuildEvent event) {
        return switch (event) {
            case BuildEvent.Progress one ->
                new FarmState(doing, folder, one.fraction(), task, page, tasks, silence, failure, result);
            case BuildEvent.Finished one ->
                new FarmState(
                        doing,
                        folder,
                        fraction,
                        task,
                        page,
                        tasks,
                        Optional.empty(),
                        failure,
                        Optional.of(one.result()));
            default -> this;
        };
    }

    FarmState after(KojiEvent event) {
        return switch (event) {
            case KojiEvent.TaskCreated one ->
                new FarmState(
                        doing,
                        folder,
                        fraction,
                        OptionalLong.of(one.id()),
                        one.page(),
                        tasks,
                        silence,
                        failure,
                        result);
            case KojiEvent.TaskChanged one -> {
                Map<Long, KojiTask> more = new TreeMap<>(tasks);
                more.put(one.task().id(), one.task());
                yield new FarmState(doing, folder, fraction, task, page, more, silence, failure, result);
            }
            case KojiEvent.HubSilent one ->
                withSilence(Optional.of(new Silence(one.since(), Instant.now().plus(one.retryIn()))));
            case KojiEvent.HubBack one -> withSilence(Optional.empty());
            case KojiEvent.CommandRuns one -> this;
            case KojiEvent.LogGrew one -> this;
        };
    }

    private FarmState withSilence(Optional<Silence> now) {
        return new FarmState(doing, folder, fraction, task, page, tasks, now, failure, result);
    }
}
