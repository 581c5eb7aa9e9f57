package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiQuestions;
import dev.milliner.build.koji.KojiTarget;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists what a farm can build for. */
@Command(
        name = "targets",
        description = "Lists a hub's build targets with the tags they build in and for.",
        mixinStandardHelpOptions = true)
final class KojiTargetsCommand implements Callable<Integer> {
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
            List<KojiTarget> targets =
                    new KojiQuestions(koji.client(), spec.commandLine().getErr()::println).targets();
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                targets.forEach(target -> array.addObject()
                        .put("name", target.name())
                        .put("buildTag", target.buildTag())
                        .put("destination", target.destination()));
                out.println(JsonText.of(array));
            } else {
                TextTable table = new TextTable("TARGET", "BUILDS IN", "FOR");
                targets.forEach(target -> table.row(target.name(), target.buildTag(), target.destination()));
                table.print(out);
            }
            return CommandLineEntry.DONE;
        } catch (KojiFailed failed) {
            throw KojiOptions.told(failed);
        }
    }
}
