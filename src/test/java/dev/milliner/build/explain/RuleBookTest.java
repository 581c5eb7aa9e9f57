package dev.milliner.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as data: that each can be told from the others, is quick to dismiss, and is borne out by a real log. */
class RuleBookTest {
    /** Rules for messages that the tools' sources have and that no log at hand shows yet. */
    private static final int MOST_WITHOUT_A_LOG = 65;

    private final RuleBook book = RuleBook.builtIn();

    @Test
    void everyRuleHasANameOfItsOwnAndSaysWhatToDo() {
        assertThat(book.rules()).extracting(Rule::name).doesNotHaveDuplicates().doesNotContain("");
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(rule.kind()).as(rule.name()).isNotEmpty();
            assertThat(rule.cause().text()).as(rule.name()).isNotEmpty();
            assertThat(rule.fix().text()).as(rule.name()).isNotEmpty();
            assertThat(rule.weight()).as(rule.name()).isBetween(1, 100);
        });
    }

    @Test
    void aTenthOfTheRulesAtMostMustBeTriedOnEveryLine() {
        long always = book.rules().stream()
                .filter(rule -> Literal.of(rule.match().pattern()).isEmpty())
                .count();
        assertThat(always).isLessThan(book.rules().size() / 10);
    }

    @Test
    void mostRulesHaveALogThatShowsThem(@TempDir Path folder) throws IOException {
        Set<String> shown = new HashSet<>();
        add(KeptLogsTest.FOLDER, shown);
        add(SharedMaterial.unpack("failure-logs/failure-logs.tar.xz", folder), shown);
        List<String> without = book.rules().stream()
                .map(Rule::name)
                .filter(name -> !shown.contains(name))
                .toList();
        System.out.println(without.size() + " of " + book.rules().size() + " rules have no log: " + without);
        assertThat(without).hasSizeLessThanOrEqualTo(MOST_WITHOUT_A_LOG);
    }

    private void add(Path folder, Set<String> shown) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                try (var bytes = Files.newInputStream(log)) {
                    LogScan.read(book, bytes)
                            .hits()
                            .forEach(hit -> shown.add(hit.rule().name()));
                }
            }
        }
    }
}
