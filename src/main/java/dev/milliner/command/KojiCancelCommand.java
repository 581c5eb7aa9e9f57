package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiQuestions;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskState;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cancels a task. */
@Command(
        name = "cancel",
        description = "Cancels a task and those it made; says no where it was over before.",
        mixinStandardHelpOptions = true)
final class KojiCancelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASK", converter = Numbers.Given.class, description = "The task's number.")
    private long task;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final KojiOptions koji = new KojiOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            KojiQuestions questions =
                    new KojiQuestions(koji.client(), spec.commandLine().getErr()::println);
            KojiTask before = questions.tree(task).root();
            boolean over = before.state() instanceof TaskState.Over;
            KojiTask now = over ? before : questions.cancel(task);
            out.println(
                    json
                            ? JsonText.of(KojiJson.task(JsonNodeFactory.instance.objectNode(), now))
                            : "Task " + now.title() + (over ? " was over before: it is " : " is ")
                                    + now.state().word());
            return !over && now.state() == TaskState.Over.CANCELED ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
        } catch (KojiFailed failed) {
            throw KojiOptions.told(failed);
        }
    }
}
