package dev.milliner.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script that lets fish complete command lines.
 *
 * @param program the program's name
 */
record FishCompletion(String program) {
    /** Completions of all commands and their options. */
    String of(CommandLine root) {
        StringBuilder script = new StringBuilder();
        add(script, root, List.of());
        return script.toString();
    }

    private void add(StringBuilder script, CommandLine command, List<String> path) {
        command.getSubcommands()
                .forEach((name, below) -> line(script, command, path, "-f -a " + quoted(name), described(below)));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> line(script, command, path, words(option), String.join(" ", option.description())));
        command.getSubcommands().forEach((name, below) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            add(script, below, deeper);
        });
    }

    /** Of commands below another the condition is that each was said and none below it. */
    private void line(StringBuilder script, CommandLine command, List<String> path, String what, String description) {
        List<String> conditions = new ArrayList<>();
        path.forEach(name -> conditions.add("__fish_seen_subcommand_from " + name));
        if (!command.getSubcommands().isEmpty()) {
            conditions.add("not __fish_seen_subcommand_from "
                    + String.join(" ", command.getSubcommands().keySet()));
        }
        script.append("complete -c ").append(program);
        if (!conditions.isEmpty()) {
            script.append(" -n ").append(quoted(String.join("; and ", conditions)));
        }
        script.append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(description))
                .append('\n');
    }

    private static String described(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String words(OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        if (option.arity().max() == 0) {
            return words.toString();
        }
        Iterable<String> offered = option.completionCandidates();
        return words + (offered == null ? " -r" : " -x -a " + quoted(String.join(" ", offered)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
