package dev.milliner.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a program and all commands below it, in the language of man(7).
 *
 * @param program the whole command line
 */
record ManualPage(CommandLine program) {
    private static final String FILES = """
            .SH FILES
            .TP
            .I $XDG_CONFIG_HOME/milliner/settings.toml
            What was chosen in the settings; themes of your own lie in the folder themes beside it.
            .TP
            .I $XDG_STATE_HOME/milliner
            What is remembered: recent distros, builds, logs, edits that were not saved.
            .SH EXIT STATUS
            .TP
            .B 0
            done
            .TP
            .B 1
            the answer is no, or the input is at fault
            .TP
            .B 2
            wrong usage
            .TP
            .B 3
            a tool or service that is needed is missing or failed
            .TP
            .B 130
            stopped by Ctrl\\-C
            """;

    /** The page. */
    String text() {
        StringBuilder page = new StringBuilder();
        String name = program.getCommandName();
        page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1\n");
        page.append(".SH NAME\n")
                .append(name)
                .append(" \\- ")
                .append(firstLower(about(program)))
                .append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(name).append("\n.RI [ COMMAND ]\n.RI [ ARGUMENT ...]\n");
        page.append(".SH DESCRIPTION\nWithout a command, the workbench opens.\n");
        page.append(".SH OPTIONS\n");
        options(page, program.getCommandSpec());
        page.append(".SH COMMANDS\n");
        below(program).forEach(command -> describe(page, command));
        return page.append(FILES).toString();
    }

    private void describe(StringBuilder page, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        page.append(".SS \"").append(roff(title(spec))).append("\"\n");
        page.append(roff(about(command))).append('\n');
        spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(parameter -> parameter(page, parameter));
        options(page, spec);
        below(command).forEach(deeper -> describe(page, deeper));
    }

    /** As it is typed: {@code build image NAME}. */
    private String title(CommandSpec spec) {
        String path = spec.qualifiedName().substring(program.getCommandName().length() + 1);
        return Stream.concat(
                        Stream.of(path),
                        spec.positionalParameters().stream()
                                .filter(parameter -> !parameter.hidden())
                                .map(ManualPage::shown))
                .collect(Collectors.joining(" "));
    }

    private static String shown(PositionalParamSpec parameter) {
        String many = parameter.arity().max() > 1 ? "..." : "";
        return parameter.required() ? parameter.paramLabel() + many : "[" + parameter.paramLabel() + many + "]";
    }

    private static void parameter(StringBuilder page, PositionalParamSpec parameter) {
        page.append(".TP\n.I ").append(roff(parameter.paramLabel())).append('\n');
        page.append(roff(words(parameter.renderedDescription()))).append('\n');
    }

    private static void options(StringBuilder page, CommandSpec spec) {
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> option(page, option));
    }

    private static void option(StringBuilder page, OptionSpec option) {
        String names = Stream.of(option.names()).map(ManualPage::roff).collect(Collectors.joining("\\fR, \\fB"));
        String label = option.arity().max() > 0 ? " \\fI" + roff(option.paramLabel()) : "";
        page.append(".TP\n\\fB").append(names).append(label).append("\\fR\n");
        page.append(roff(words(option.renderedDescription()))).append('\n');
    }

    private static List<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(one -> !one.getCommandSpec().usageMessage().hidden())
                .distinct()
                .toList();
    }

    private static String about(CommandLine command) {
        return words(command.getCommandSpec().usageMessage().description());
    }

    /** picocli writes a line break as %n. */
    private static String words(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }

    private static String firstLower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1).replaceFirst("\\.$", "");
    }

    /** A text of which man takes nothing for its own language. */
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}
