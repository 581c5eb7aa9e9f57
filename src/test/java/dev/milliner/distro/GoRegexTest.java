package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;

/** What takes long to look at is not looked at, and that is said. */
class GoRegexTest {
    private static final String LONG = "^Requires: " + "x".repeat(20_000);

    @Test
    void anExpressionOfAnOrdinaryLengthIsAccepted() {
        assertThat(GoRegex.fault(LONG.substring(0, 15_000))).isEmpty();
    }

    @Test
    void anExpressionThatTakesLongToReadIsRefused() {
        assertThat(GoRegex.fault(LONG)).hasValueSatisfying(words -> assertThat(words)
                .startsWith("the expression is longer than 20000 characters: `^Requires: xxx")
                .hasSizeLessThan(120));
        assertThatThrownBy(() -> GoRegex.compiled(LONG)).isInstanceOf(PatternSyntaxException.class);
    }
}
