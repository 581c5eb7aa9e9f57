package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where everything is there, as stand-ins, the scripts go through to the end, and no failure on the way is lost. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FurnishedMachineTest {
    private static final String JAVA = """
            case "$*" in
              *"list images"*) printf 'NAME KIND\\nhat / container\\n' ;;
              *"open --picture"*) echo picture > "$(echo "$*" | sed 's/.*--picture \\([^ ]*\\).*/\\1/')" ;;
            esac""";

    @TempDir
    Path folder;

    BareMachine machine;

    @BeforeEach
    void makeTheMachine() throws Exception {
        machine = BareMachine.in(folder);
        for (String program : wanted()) {
            machine.standIn(program, "");
        }
        machine.havePythonsPrograms();
        machine.borrow("sleep");
        machine.borrow("timeout");
        machine.standIn("apt-get", "");
        machine.standIn("busybox", "echo switch_root");
        machine.standIn("gcc", "echo " + Files.createFile(folder.resolve("libc.a")));
        machine.standIn("ldconfig", "echo libsolv.so.1 libsolvext.so.1 libgtk-3.so.0");
        machine.standIn(
                "mvn", "echo \"$MAVEN_OPTS\" >> " + folder + "/options; mkdir -p target; : > target/class-path.txt");
        BareMachine.write(folder.resolve("jdk/bin/javac"), "echo javac 25");
        java(JAVA);
    }

    /** The programs that the installer looks for, by its own words. */
    private List<String> wanted() throws Exception {
        String text = Files.readString(machine.checkout().resolve("installer/packages.sh"));
        return Pattern.compile("\\bhas ([a-zA-Z0-9_.-]+)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name ->
                        !name.equals("sudo") && !Files.exists(machine.programs().resolve(name)))
                .distinct()
                .toList();
    }

    private void java(String lines) throws Exception {
        machine.standIn("java", lines);
        Path java = folder.resolve("jdk/bin/java");
        BareMachine.write(java, "exec " + machine.programs().resolve("java") + " \"$@\"");
    }

    private BareMachine.Ran run(String script, String... arguments) throws Exception {
        Map<String, String> environment = Map.of(
                "HOME",
                machine.home().toString(),
                "JAVA_HOME",
                folder.resolve("jdk").toString());
        return machine.run(environment, line -> {}, script, arguments);
    }

    @Test
    void startGoesThroughToThePicture() throws Exception {
        BareMachine.Ran ran = run("start.sh");
        assertThat(ran.output())
                .contains(
                        "[1/5] Packages", "[2/5] Java 25", "[3/5] kiwi", "[4/5] Milliner", "[5/5] There is no display");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(machine.checkout().resolve("target/workbench.png")).exists();
        assertThat(machine.called()).anyMatch(call -> call.contains(" build image hat "));
    }

    @Test
    void allThatIsStartedHasTheSameHome() throws Exception {
        run("start.sh");
        run("test.sh");
        String home = "-Duser.home=" + machine.home();
        assertThat(Files.readAllLines(folder.resolve("options"))).hasSize(2).allMatch(line -> line.contains(home));
        assertThat(machine.called())
                .filteredOn(call -> call.startsWith("java ") || call.startsWith("mvn "))
                .hasSizeGreaterThan(5)
                .allMatch(call -> call.contains(home));
    }

    @ParameterizedTest
    @CsvSource({
        "list components,",
        "list images,",
        "list groups,",
        "build image, hat could not be built",
        "open --picture, could not draw a picture of itself"
    })
    void noFailureOfMillinerIsLost(String call, String words) throws Exception {
        java("case \"$*\" in *\"" + call + "\"*) echo the hat is on fire >&2; exit 3 ;; esac\n" + JAVA);
        BareMachine.Ran ran = run("start.sh");
        assertThat(ran.status()).as(ran.output()).isNotZero();
        assertThat(ran.output()).contains(words == null ? "" : words);
        assertThat(ran.output()).contains("the hat is on fire");
    }

    @ParameterizedTest
    @CsvSource({"start.sh, Milliner could not be built", "test.sh, tests failed"})
    void aFailureOfMavenIsToldWithItsWords(String script, String words) throws Exception {
        machine.standIn("mvn", "echo '[ERROR] this is no Java'; exit 1");
        BareMachine.Ran ran = run(script);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("[ERROR] this is no Java", words);
    }

    @Test
    void mavensArgumentsAreHandedOn() throws Exception {
        BareMachine.Ran ran = run("test.sh", "-Dtest=RoomsTest");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("[5/5] Tests", "All tests passed.");
        assertThat(machine.called())
                .anyMatch(call -> call.startsWith("mvn ") && call.endsWith(" verify -Dtest=RoomsTest"));
    }

    @Test
    void aLibraryThatIsGoneIsBuiltAnew() throws Exception {
        assertThat(run("start.sh").output()).contains("Building in ");
        assertThat(run("start.sh").output()).contains("Nothing has changed since the last build.");
        Files.writeString(machine.checkout().resolve("target/class-path.txt"), folder + "/gone.jar");
        assertThat(run("start.sh").output()).contains("Building in ");
    }
}
