package dev.milliner.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChangesTest {
    @ParameterizedTest
    @CsvSource({
        "'a|b|c', 'a|b|c', '{}'",
        "'a|b|c', 'a|x|c', '{1}'",
        "'a|b|c', 'a|b|x|c', '{2}'",
        "'a|b|c', 'a|c', '{1}'",
        "'a|b|c', 'a|b', '{1}'",
        "'a|b|c|d|e', 'x|b|c|y|e', '{0, 3}'",
        "'', 'a', '{0}'",
        "'a', '', '{0}'",
        "'a|a|a', 'a|a', '{1}'"
    })
    void linesThatDifferAreFound(String before, String now, String changed) {
        assertThat(LineChanges.between(before.replace('|', '\n'), now.replace('|', '\n')))
                .hasToString(changed);
    }

    @Test
    void whereTooMuchDiffersAllBetweenTheFirstAndTheLastCounts() {
        String lines = "line\n".repeat(3_000);
        String before = "head\nold\n" + lines + "old\ntail";
        String now = "head\nnew\n" + lines + "new\ntail";
        assertThat(LineChanges.between(before, now).cardinality()).isEqualTo(3_002);
    }
}
