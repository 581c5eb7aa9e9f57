package dev.milliner.workbench.build;

import dev.milliner.build.run.BuildRequest;
import dev.milliner.workbench.base.Activity;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The builds that run or wait.
 *
 * @param sessions what was started here
 * @param farm what is watched on a farm
 * @param waiting what waits
 */
record BuildActivities(List<BuildSession> sessions, Optional<FarmSession> farm, List<BuildRequest> waiting) {
    /**
     * What is to be said of each.
     *
     * @param show brings a build with its log to the front
     * @param leave asks what becomes of one on a farm
     * @param giveUp takes one that waits out of the queue
     */
    List<Activity> list(Consumer<BuildEntry> show, Consumer<FarmSession> leave, Consumer<BuildRequest> giveUp) {
        return Stream.of(
                        sessions.stream().filter(BuildSession::isRunning).map(one -> here(one, show)),
                        farm.stream().map(one -> away(one, show, leave)),
                        waiting.stream().map(one -> waiting(one, giveUp)))
                .flatMap(one -> one)
                .toList();
    }

    private static Activity here(BuildSession session, Consumer<BuildEntry> show) {
        BuildSession.State state = session.stateProperty().get();
        return new Activity(
                Wording.of("build.activities.build", session.target()),
                state.stage().label().toLowerCase(Locale.ROOT) + percent(state.fraction()),
                OptionalDouble.of(state.fraction()),
                Optional.of(session::stop),
                Optional.of(() -> show.accept(new BuildEntry.Live(session))));
    }

    private static Activity away(FarmSession session, Consumer<BuildEntry> show, Consumer<FarmSession> leave) {
        FarmState state = session.state();
        return new Activity(
                Wording.of("build.activities.build-farm", session.target()),
                (state.task().isPresent() ? session.task().note() : state.doing()) + percent(state.fraction()),
                OptionalDouble.of(state.fraction()),
                Optional.of(() -> leave.accept(session)),
                Optional.of(() -> show.accept(new BuildEntry.OnFarm(session))));
    }

    private static Activity waiting(BuildRequest request, Consumer<BuildRequest> giveUp) {
        return new Activity(
                Wording.of("build.activities.build", request.name()),
                Wording.of("build.activities.waits-turn"),
                OptionalDouble.empty(),
                Optional.of(() -> giveUp.accept(request)),
                Optional.empty());
    }

    private static String percent(double fraction) {
        return " · " + Math.round(fraction * 100) + " %";
    }
}
