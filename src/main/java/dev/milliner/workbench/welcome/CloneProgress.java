package dev.milliner.workbench.welcome;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ProgressMonitor;

/** JGit's progress in words. */
final class CloneProgress implements ProgressMonitor {
    private final Consumer<String> progress;
    private final AtomicBoolean givenUp;
    private String task = "";
    private int total;
    private int done;

    CloneProgress(Consumer<String> progress, AtomicBoolean givenUp) {
        this.progress = progress;
        this.givenUp = givenUp;
    }

    @Override
    public void start(int tasks) {}

    @Override
    public void beginTask(String title, int work) {
        task = title;
        total = work;
        done = 0;
        say();
    }

    @Override
    public void update(int completed) {
        int before = total > 0 ? done * 100 / total : 0;
        done += completed;
        if (total > 0 && done * 100L / total != before) {
            say();
        }
    }

    private void say() {
        progress.accept(total > 0 ? task + ": " + done * 100L / total + " %" : task);
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        return givenUp.get();
    }

    @Override
    public void showDuration(boolean enabled) {}
}
