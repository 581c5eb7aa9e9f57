package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Which commands are made for a command line. */
class SubcommandsTest {
    @Test
    void eachIsCalledAsItsClassSays() {
        assertThat(Subcommands.meantBy()).allSatisfy(type -> assertThat(Subcommands.name(type))
                .isEqualTo(type.getAnnotation(Command.class).name()));
    }

    @Test
    void theOneThatIsNamedIsMadeAlone() {
        assertThat(CommandLineEntry.line("list", "components").getSubcommands()).containsOnlyKeys("list");
    }

    @Test
    void allAreThereForWhatTellsOfThem() {
        int all = CommandLineEntry.line().getSubcommands().size();
        for (String word : new String[] {"help", "completion", "manual", "--help", "lsit"}) {
            assertThat(CommandLineEntry.line(word, "check").getSubcommands())
                    .as(word)
                    .hasSize(all);
        }
    }

    @Test
    void theVersionNeedsNoCommand() {
        assertThat(CommandLineEntry.line("--version").getSubcommands()).isEmpty();
    }
}
