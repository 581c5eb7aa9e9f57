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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Changes a file in a commit of its own, which is new enough to be proven. */
    private void change(String file) throws Exception {
        String lines = "echo >> " + file + " && git add " + file + " && git -c user.name=a -c user.email=a@localhost"
                + " commit -q -m change";
        assertThat(run("env", "GIT_COMMITTER_DATE=2026-02-01T01:00:00Z", "sh", "-ec", lines)
                        .status())
                .isZero();
    }

    /** Proves on bare machines what is due; not as root, so what is due fails before anything is made. */
    private BareMachine.Ran proveWhatIsDue(String script) throws Exception {
        BareMachine.write(folder.resolve("programs/id"), "echo 1000");
        return machine.run(withStandIns(), line -> {}, List.of("sh", "installer/" + script, "--if-changed"));
    }

    private Map<String, String> withStandIns() {
        return Map.of(
                "HOME", machine.home().toString(), "PATH", folder.resolve("programs") + ":" + System.getenv("PATH"));
    }

    @ParameterizedTest
    @CsvSource({"fresh-machine.sh, the scripts", "package-test.sh, the packages"})
    void nothingIsProvenWhereNothingChanged(String script, String proven) throws Exception {
        change("src/main/Program.java");
        change("installer/release.sh");
        BareMachine.Ran ran = proveWhatIsDue(script);
        assertThat(ran.output())
                .contains(
                        "SKIPPED: " + proven + " were NOT proven on a bare machine",
                        "nothing that this hangs on changed");
        assertThat(ran.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "installer/package/use.sh, package-test.sh, fresh-machine.sh",
        "sample-distros/bowler/azldev.toml, package-test.sh, fresh-machine.sh",
        "installer/start.sh, fresh-machine.sh, package-test.sh"
    })
    void whatHangsOnAChangeIsProvenAndNothingElse(String file, String due, String notDue) throws Exception {
        change(file);
        BareMachine.Ran ran = proveWhatIsDue(due);
        assertThat(ran.output()).contains("must be proven on a bare machine, but this needs root");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(proveWhatIsDue(notDue).output()).contains("nothing that this hangs on changed");
    }

    /** A command that fails without a word, in the midst of a script. */
    @Test
    void noScriptEndsWithoutAWord() throws Exception {
        BareMachine.write(folder.resolve("programs/git"), "exit 1");
        BareMachine.Ran ran =
                machine.run(withStandIns(), line -> {}, List.of("sh", "installer/fresh-machine.sh", "--if-changed"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("installer/fresh-machine.sh ended early, with status 1", "sh -x installer/");
    }
}
