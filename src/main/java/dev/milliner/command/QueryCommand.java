package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.search.QueryFault;
import dev.milliner.search.SavedQueries;
import dev.milliner.search.SavedQuery;
import dev.milliner.search.SavedQuery.Over;
import dev.milliner.search.ValueQuery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds definitions by what they resolve to. */
@Command(
        name = "query",
        description = "Finds components, or anything where the question asks for the kind, by what they resolve to.",
        footer = "%nFor example: build.check.skip = true and group = \"core\"; docs/search.md has the language.",
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "What should be true of them.")
    private @Nullable String question;

    @Option(names = "--saved", paramLabel = "NAME", description = "The question that .milliner.toml has under a name.")
    private @Nullable String saved;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((question == null) == (saved == null)) {
            throw new ParameterException(spec.commandLine(), "Ask a question, or name one with --saved.");
        }
        Distro distro = options.load();
        String asked = question == null ? saved(distro, String.valueOf(saved)) : question;
        List<Definition> found = new ArrayList<>();
        parsed(asked).find(distro, () -> true, found::add);
        print(found);
        return TreeOptions.report(distro, spec.commandLine().getErr());
    }

    private ValueQuery parsed(String asked) {
        try {
            return ValueQuery.parse(asked);
        } catch (QueryFault fault) {
            String shown = TerminalOutput.oneLine(asked);
            String mark = " ".repeat(Math.min(fault.at(), shown.length())) + "^";
            throw new ParameterException(spec.commandLine(), fault.reason() + "\n  " + shown + "\n  " + mark);
        }
    }

    private String saved(Distro distro, String name) {
        SavedQueries queries = SavedQueries.of(distro.tree());
        queries.faults().forEach(fault -> spec.commandLine().getErr().println("milliner: " + fault));
        List<String> known = queries.queries().stream()
                .filter(query -> query.over() == Over.VALUES)
                .map(SavedQuery::name)
                .toList();
        return queries.named(name)
                .filter(query -> query.over() == Over.VALUES)
                .map(SavedQuery::wanted)
                .orElseThrow(() -> new InputException(new NameAsked("saved question", name).missing(known)));
    }

    private void print(List<Definition> found) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            found.forEach(one -> array.addObject()
                    .put("name", one.name())
                    .put("kind", one.kind().label())
                    .put("file", one.place().file())
                    .put("line", one.place().range().line()));
            out.println(JsonText.of(array));
            return;
        }
        TextTable table = new TextTable("NAME", "KIND", "DEFINED IN");
        found.forEach(one -> table.row(
                one.name(),
                one.kind().label(),
                one.place().file() + ":" + one.place().range().line()));
        table.print(out);
    }
}
