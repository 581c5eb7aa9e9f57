package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Continuous integration runs the scripts in a copy, whose files git has not read since they were copied. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CopiedCheckoutTest {
    private static final String HISTORY = """
            git init -q . && git add -A
            commit() { git -c user.name=a -c user.email=a@localhost commit -q --allow-empty -m change; }
            GIT_COMMITTER_DATE=2026-01-01T00:00:00Z commit
            GIT_COMMITTER_DATE=2026-02-01T00:00:00Z commit
            find . -path ./.git -prune -o -type f -exec touch -d 2026-03-01 {} +""";

    @TempDir
    Path folder;

    BareMachine machine;

    @BeforeEach
    void copyACheckout() throws Exception {
        machine = BareMachine.in(folder);
        assertThat(run("sh", "-ec", HISTORY).status()).isZero();
    }

    private BareMachine.Ran run(String... command) throws Exception {
        Map<String, String> environment = Map.of("HOME", machine.home().toString(), "PATH", System.getenv("PATH"));
        return machine.run(environment, line -> {}, List.of(command));
    }

    @Test
    void aFreshMachineIsNotAskedForWhereNothingChanged() throws Exception {
        BareMachine.Ran ran = run("sh", "installer/fresh-machine.sh", "--if-changed");
        assertThat(ran.output()).contains("SKIPPED: the scripts were NOT proven", "neither they nor pom.xml changed");
        assertThat(ran.status()).isZero();
    }

    /** A command that fails without a word, in the midst of a script. */
    @Test
    void noScriptEndsWithoutAWord() throws Exception {
        BareMachine.write(folder.resolve("programs/git"), "exit 1");
        Map<String, String> environment = Map.of(
                "HOME", machine.home().toString(), "PATH", folder.resolve("programs") + ":" + System.getenv("PATH"));
        BareMachine.Ran ran =
                machine.run(environment, line -> {}, List.of("sh", "installer/fresh-machine.sh", "--if-changed"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("installer/fresh-machine.sh ended early, with status 1", "sh -x installer/");
    }
}
