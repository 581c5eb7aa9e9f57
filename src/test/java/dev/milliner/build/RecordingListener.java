package dev.milliner.build;

import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;
import dev.milliner.build.run.BuildListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the events of a build, and lets a test act on one. */
final class RecordingListener implements BuildListener {
    private final List<BuildEvent> events = new CopyOnWriteArrayList<>();
    private final Consumer<BuildEvent> action;

    RecordingListener(Consumer<BuildEvent> action) {
        this.action = action;
    }

    @Override
    public void happened(BuildEvent event) {
        events.add(event);
        action.accept(event);
    }

    @Override
    public boolean confirm(PrivilegeNeeded needed) {
        return true;
    }

    List<BuildEvent> events() {
        return List.copyOf(events);
    }

    <T extends BuildEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The log from a line on, for the message of a failed test. */
    String tail() {
        List<LogLine> lines = events(LogLine.class);
        return lines.subList(Math.max(0, lines.size() - 15), lines.size()).stream()
                .map(LogLine::text)
                .reduce("", (text, line) -> text + "\n" + line);
    }
}
