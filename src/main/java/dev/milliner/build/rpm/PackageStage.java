package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.build.run.TurnedLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Builds the packages of components: those that others need first, and several at once where they can. */
public final class PackageStage {
    private final BuildRun run;
    private final PackagePlan plan;
    private final PackageMaker maker;
    private final TurnedLog output;

    public PackageStage(BuildRun run, PackagePlan plan, PackageMaker maker) {
        this.run = run;
        this.plan = plan;
        this.maker = maker;
        this.output = new TurnedLog(run);
    }

    public void work() throws BuildFailed, BuildStopped, InterruptedException {
        Set<String> waiting = new LinkedHashSet<>();
        plan.components().forEach(component -> waiting.add(component.name()));
        try {
            plan.prepare();
            maker.prepare(run.request());
        } catch (IOException full) {
            throw new BuildFailed("The build's folder cannot be written", full);
        }
        BuildOrder order = waiting.size() > 1 ? order() : BuildOrder.of(java.util.Map.of());
        int workers = maker.most();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                workers,
                Thread.ofPlatform().name("packages of " + run.folder().id()).factory())) {
            build(waiting, order, new ExecutorCompletionService<>(threads), workers);
        }
    }

    private BuildOrder order() throws BuildFailed, BuildStopped {
        BuildOrder order = new LinkReader(run, plan).order();
        for (List<String> cycle : order.cycles()) {
            run.log(
                    LogSeverity.WARNING,
                    String.join(", ", cycle) + " need each other for their builds; they are built in this order");
        }
        return order;
    }

    /** What one component's build came to. */
    private record Ended(String component, java.util.Optional<BuildFailed> failure, boolean stopped) {}

    private void build(Set<String> waiting, BuildOrder order, CompletionService<Ended> builds, int most)
            throws BuildFailed, BuildStopped, InterruptedException {
        int total = waiting.size();
        Set<String> done = new LinkedHashSet<>();
        List<BuildFailed> failures = new ArrayList<>();
        int running = 0;
        while (running > 0 || !waiting.isEmpty()) {
            if (failures.isEmpty() && !run.stopRequested()) {
                for (String next : ready(waiting, order, done, most - running)) {
                    waiting.remove(next);
                    builds.submit(() -> one(next, order.before(next)));
                    running++;
                }
            }
            if (running == 0) {
                break;
            }
            Ended ended = get(builds);
            running--;
            done.add(ended.component());
            ended.failure().ifPresent(failures::add);
            run.progress((double) done.size() / total);
        }
        run.checkStopped();
        if (!failures.isEmpty()) {
            failures.subList(1, failures.size()).forEach(other -> run.problem(other.reason(), other.fix()));
            throw failures.getFirst();
        }
    }

    private static List<String> ready(Set<String> waiting, BuildOrder order, Set<String> done, int most) {
        return waiting.stream()
                .filter(name -> done.containsAll(order.needs().getOrDefault(name, Set.of())))
                .limit(Math.max(0, most))
                .toList();
    }

    /** An interrupt only wakes listeners; the tools are stopped by the run, and their builds end by themselves. */
    private static Ended get(CompletionService<Ended> builds) throws InterruptedException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return builds.take().get();
                } catch (InterruptedException again) {
                    interrupted = true;
                } catch (ExecutionException fault) {
                    throw new IllegalStateException(fault.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Ended one(String component, Set<String> before) {
        try (TurnedLog.Turn turn = output.join()) {
            new ComponentBuild(run, plan, maker, component, turn).work(before);
            return new Ended(component, java.util.Optional.empty(), false);
        } catch (BuildFailed failure) {
            return new Ended(component, java.util.Optional.of(failure), false);
        } catch (BuildStopped stopped) {
            return new Ended(component, java.util.Optional.empty(), true);
        }
    }
}
