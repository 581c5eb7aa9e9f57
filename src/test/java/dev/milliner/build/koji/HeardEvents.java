package dev.milliner.build.koji;

import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.LogLine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a build on a farm says. */
final class HeardEvents implements KojiListener {
    private final List<BuildEvent> events = new CopyOnWriteArrayList<>();
    private final List<KojiEvent> farm = new CopyOnWriteArrayList<>();

    @Override
    public void happened(BuildEvent event) {
        events.add(event);
    }

    @Override
    public void onFarm(KojiEvent event) {
        farm.add(event);
    }

    List<BuildEvent> events() {
        return List.copyOf(events);
    }

    <T extends BuildEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends KojiEvent> List<T> farm(Class<T> kind) {
        return farm.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The texts of the log's lines. */
    List<String> lines() {
        return events(LogLine.class).stream().map(LogLine::text).toList();
    }

    /** The lines of one file of a task, as they were given. */
    List<String> lines(int task, String file) {
        String start = task + " " + file + ": ";
        return lines().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    boolean heard(String part) {
        return lines().stream().anyMatch(line -> line.contains(part));
    }
}
