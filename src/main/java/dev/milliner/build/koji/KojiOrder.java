package dev.milliner.build.koji;

import dev.milliner.build.log.Stage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A request as it is kept on the disk: what a restarted Milliner needs to go on with it.
 *
 * @param name the component's or the image's name
 * @param method what the hub's task does
 * @param stage where the work stands among the stages of a build
 * @param words the client's command and its arguments; empty for a task that somebody else made
 * @param marks words that a task's request holds when it came of this one
 */
record KojiOrder(String name, String method, Stage stage, List<String> words, List<String> marks) {
    /** With nothing missing, as it may in a file that was changed, and lists that nobody changes. */
    KojiOrder {
        Stream.of(name, method, stage).forEach(Objects::requireNonNull);
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    static KojiOrder of(KojiRequest request) {
        return new KojiOrder(request.name(), request.method(), request.stage(), request.words(), request.marks());
    }

    /** For a task that is there already. */
    static KojiOrder ofTask(long task) {
        return new KojiOrder("task-" + task, "", Stage.PACKAGES, List.of(), List.of());
    }
}
