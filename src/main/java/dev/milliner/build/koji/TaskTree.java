package dev.milliner.build.koji;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A task and all that came of it, at one moment.
 *
 * @param root the task that was asked for
 * @param below the tasks below it, by number
 */
public record TaskTree(KojiTask root, List<KojiTask> below) {
    /**
     * Reads a hub's two answers.
     *
     * @param root of {@code getTaskInfo}
     * @param descendants of {@code getTaskDescendents}: a list of children for each task, under its number as text
     * @throws KojiFailed when they have not the form that Koji gives them
     */
    static TaskTree of(JsonNode root, JsonNode descendants) throws KojiFailed {
        if (!descendants.isObject()) {
            throw TaskAnswer.strange("the tasks below a task are no table");
        }
        List<KojiTask> below = new ArrayList<>();
        for (Map.Entry<String, JsonNode> children : descendants.properties()) {
            if (!children.getValue().isArray()) {
                throw TaskAnswer.strange("the tasks below the task " + children.getKey() + " are no list");
            }
            for (JsonNode child : children.getValue()) {
                below.add(KojiTask.of(child));
            }
        }
        below.sort(Comparator.comparingLong(KojiTask::id));
        return new TaskTree(KojiTask.of(root), List.copyOf(below));
    }

    /** The root first, then the others by number. */
    public List<KojiTask> all() {
        List<KojiTask> all = new ArrayList<>(List.of(root));
        all.addAll(below);
        return all;
    }

    /** A task of the tree. */
    public Optional<KojiTask> task(long id) {
        return all().stream().filter(task -> task.id() == id).findFirst();
    }

    /** Whether no task of the tree waits or works. */
    public boolean isOver() {
        return all().stream().allMatch(KojiTask::isOver);
    }

    /** How deep a task lies; 0 for the root. */
    public int depth(KojiTask task) {
        int depth = 0;
        Optional<KojiTask> one = Optional.of(task);
        while (one.isPresent() && one.get().id() != root.id() && depth < below.size()) {
            long parent = one.get().parent().orElse(root.id());
            one = task(parent);
            depth++;
        }
        return depth;
    }
}
