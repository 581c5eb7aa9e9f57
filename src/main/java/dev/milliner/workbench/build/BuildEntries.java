package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.run.BuildRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the list of builds is made of.
 *
 * @param logs logs of other tools that were opened here
 * @param waiting what waits
 * @param farms what is watched on farms
 * @param sessions what was started here
 * @param past what was built before, or by other programs
 */
record BuildEntries(
        List<Path> logs,
        List<BuildRequest> waiting,
        List<FarmSession> farms,
        List<BuildSession> sessions,
        List<BuildRecord> past) {
    /** All of them, in the order in which they are shown. */
    List<BuildEntry> list() {
        Set<String> live = Stream.concat(
                        sessions.stream().map(BuildSession::id), farms.stream().map(FarmSession::id))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        List<BuildEntry> entries = new ArrayList<>();
        logs.forEach(log -> entries.add(new BuildEntry.OtherLog(log)));
        waiting.forEach(request -> entries.add(new BuildEntry.Waiting(request)));
        farms.forEach(session -> entries.add(new BuildEntry.OnFarm(session)));
        sessions.forEach(session -> entries.add(new BuildEntry.Live(session)));
        past.stream().filter(one -> !live.contains(one.id())).forEach(one -> entries.add(new BuildEntry.Past(one)));
        return entries;
    }
}
