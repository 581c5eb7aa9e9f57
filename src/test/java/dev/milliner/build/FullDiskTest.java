package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.Privileges;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be written to, by the command line, as a person would meet them. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class FullDiskTest {
    @TempDir
    Path folder;

    /** Builds a component whose state folder is made by a line of shell, in a mount namespace of its own. */
    private ToolResult.Ended build(String line) throws Exception {
        assumeTrue(Privileges.isRoot(), "Only root may mount what is full.");
        for (String tool : List.of("rpmbuild", "createrepo_c", "unshare")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        Path state = Files.createDirectories(folder.resolve("state"));
        Path root = Files.createDirectories(folder.resolve("root/app"));
        Files.writeString(root.resolve("app.spec"), """
                Name: app
                Version: 1
                Release: 1
                Summary: x
                License: MIT
                %description
                x
                %build
                head -c 2000000 /dev/zero > big
                %files
                """);
        Files.writeString(folder.resolve("root/azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                [components.app.spec]
                type = "local"
                path = "app/app.spec"
                """);
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        ToolCommand command = ToolCommand.of(
                Path.of("").toAbsolutePath(),
                Map.of("XDG_STATE_HOME", state.toString(), "HOME", folder.toString()),
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "state=$1; shift; " + line + "; exec \"$@\"",
                        "sh",
                        state.toString(),
                        java,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.milliner.Milliner",
                        "-C",
                        folder.resolve("root").toString(),
                        "build",
                        "component",
                        "app"));
        ToolResult result = ToolRun.within(Duration.ofMinutes(3)).of(command);
        assertThat(result).isInstanceOf(ToolResult.Ended.class);
        ToolResult.Ended ended = (ToolResult.Ended) result;
        assertThat(ended.status()).as(ended.errors()).isNotZero();
        assertThat(ended.errors()).doesNotContain("\tat ");
        return ended;
    }

    /** There is room, but not for one more file, which the kernel says in the same words. */
    @Test
    void aDiskThatIsFullIsSaidWithWhatToDo() throws Exception {
        ToolResult.Ended ended = build("mount -t tmpfs -o size=3g,nr_inodes=14 tmpfs $state");
        assertThat(ended.output() + ended.errors())
                .contains(
                        "The build's folder cannot be written: " + folder.resolve("state/milliner/builds"),
                        "finds no room left on its disk",
                        "make room there, or use another disk");
    }

    @Test
    void aDiskThatWillBeFullIsSaidBeforeAnythingRuns() throws Exception {
        ToolResult.Ended ended = build("mount -t tmpfs -o size=24k tmpfs $state");
        assertThat(ended.output() + ended.errors())
                .contains("make room, or point XDG_STATE_HOME at a larger disk", "history.db cannot be used: ")
                .doesNotContain("SQLITE");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        ToolResult.Ended ended = build("mount -t tmpfs -o ro tmpfs $state");
        assertThat(ended.errors())
                .contains("The build's folder cannot be made: " + folder.resolve("state/milliner"))
                .contains("read-only; use a folder elsewhere");
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        ToolResult.Ended ended = build("mount -t tmpfs tmpfs $state; touch $state/milliner");
        assertThat(ended.errors())
                .contains("The build's folder cannot be made: " + folder.resolve("state/milliner"), "move");
    }
}
