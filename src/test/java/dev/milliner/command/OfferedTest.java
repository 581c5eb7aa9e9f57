package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Words and numbers of all options and parameters: those that are fixed are offered, and wrong ones are told in words. */
class OfferedTest {
    /** What may be anything: files, names of a tree or a host, and numbers. Whoever adds a label decides what it is. */
    private static final Set<String> OPEN = Set.of(
            "A",
            "ARCH",
            "ARTIFACT",
            "B",
            "COMMAND",
            "DIR",
            "DISTRO-VERSION",
            "FILE",
            "GROUP",
            "ID",
            "ID=NUMBER",
            "ID=URI",
            "INTO",
            "KEY",
            "LOG",
            "MARKER",
            "MODEL",
            "N",
            "NAME",
            "NAME[:STREAM]",
            "NEVRA",
            "NEW",
            "OUT",
            "PACKAGE",
            "PROFILE",
            "QUESTION",
            "REF",
            "RELEASE",
            "SECONDS",
            "SIZE",
            "TARGET",
            "TASK",
            "TASK|BUILD",
            "URL",
            "URL|FILE",
            "WHICH");

    private record Taken(String command, CommandLine line, ArgSpec argument) {
        String name() {
            return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        }
    }

    private static List<Taken> all() {
        List<Taken> all = new ArrayList<>();
        add("", CommandLineEntry.line(), all);
        return all;
    }

    private static void add(String path, CommandLine line, List<Taken> all) {
        line.getCommandSpec().args().stream()
                .filter(argument -> argument.arity().max() > 0)
                .forEach(argument -> all.add(new Taken(path.strip(), line, argument)));
        line.getSubcommands().forEach((name, below) -> add(path + " " + name, below, all));
    }

    private static Stream<Taken> offering() {
        return all().stream().filter(taken -> taken.argument().completionCandidates() != null);
    }

    @Test
    void whatTakesFixedWordsOffersThem() {
        assertThat(all()).allSatisfy(taken -> assertThat(taken.argument().completionCandidates() != null
                        || OPEN.contains(taken.argument().paramLabel()))
                .as(taken.command() + " " + taken.name() + " offers its words, or takes any")
                .isTrue());
        assertThat(offering().map(Taken::name))
                .contains("--level", "--engine", "--tool", "--kind", "--category", "--upstream-status", "--format");
    }

    @Test
    void theShellsOfferThem() {
        String bash = run("completion", "bash");
        String fish = run("completion", "fish");
        offering().filter(taken -> taken.argument() instanceof OptionSpec).forEach(taken -> {
            List<String> words = new ArrayList<>();
            taken.argument().completionCandidates().forEach(words::add);
            assertThat(words).as(taken.name()).isNotEmpty();
            assertThat(bash).as(taken.name()).contains("\"" + String.join("\" \"", words) + "\"");
            assertThat(fish).contains("-x -a '" + String.join(" ", words) + "'");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "koji cancel abc | 'abc' is no number of a task, such as 4711",
                "koji download 1e3 -o x | '1e3' is no number of a task, such as 4711",
                "koji watch 1 --poll often | 'often' is no number, such as 2 or 0.5",
                "explain x --exit abc | 'abc' is no whole number, such as 5",
                "builds --limit 99999999999 | '99999999999' is no whole number below 2147483647",
                "builds prune --keep many | 'many' is no whole number, such as 5",
                "history x --most 1.5 | '1.5' is no whole number, such as 5",
                "boot x --seconds ten | 'ten' is no whole number, such as 5",
                "solve x --repo a=b --cost a=low | 'low' is no whole number, such as 5",
                "show x --kind hat | The kind is one of component, image, ",
                "build component brim -C sample-distros/bowler --level v9 | The level is v1, v2, v3 or v4, not v9.",
                "build component brim -C sample-distros/bowler --engine cart | The engine is one of local, mock, azldev, not cart.",
                "boot x --level v9 | The level is v1, v2, v3 or v4, not v9.",
            })
    void aWrongValueIsToldInWords(String command, String words) {
        StringWriter err = new StringWriter();
        int status =
                CommandLineEntry.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command.split(" "));
        assertThat(err.toString()).contains(words).doesNotContain("not an int", "not a long", "not a double");
        assertThat(status).isEqualTo(CommandLineEntry.WRONG_USAGE);
    }

    @Test
    void noNumberIsReadByAnybodyElse() {
        Set<Class<?>> numbers = Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);
        assertThat(all())
                .filteredOn(
                        taken -> Stream.of(taken.argument().auxiliaryTypes()).anyMatch(numbers::contains))
                .isNotEmpty()
                .allSatisfy(taken -> assertThat(taken.argument().converters())
                        .as(taken.command() + " " + taken.name())
                        .anyMatch(one -> one.getClass().getEnclosingClass() == Numbers.class));
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(CommandLineEntry.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments))
                .isZero();
        return out.toString();
    }
}
