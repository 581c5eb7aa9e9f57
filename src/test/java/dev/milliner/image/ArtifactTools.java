package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tools that make artifacts for tests. */
public final class ArtifactTools {
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private ArtifactTools() {}

    /** Skips the test where a tool is missing. */
    public static void assume(String... tools) {
        for (String tool : tools) {
            assumeTrue(
                    FOLDERS.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
                    tool + " is not installed.");
        }
    }

    /** Runs a shell script in a folder, and fails where it fails. */
    public static void sh(Path folder, String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-euc", "PATH=$PATH:/usr/sbin:/sbin; " + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        assertThat(process.exitValue()).as(output).isZero();
    }

    /** A small root: an rpm database of the corpus or an empty place for one, a program, links and a kernel. */
    public static Path root(Path folder) throws IOException {
        sh(folder, """
                mkdir -p root/usr/bin root/usr/lib root/etc root/boot root/tmp root/usr/share/many
                printf 'NAME="Small"\\nPRETTY_NAME="Small 1"\\n# none\\nID=small\\n' > root/usr/lib/os-release
                ln -s ../usr/lib/os-release root/etc/os-release
                ln -s usr/bin root/bin
                cp "$(readlink -f /proc/self/exe)" root/usr/bin/tool
                ln root/usr/bin/tool root/usr/bin/tool-again
                chmod 4755 root/usr/bin/tool
                chmod 1777 root/tmp
                echo kernel > root/boot/vmlinuz-1
                echo initramfs > root/boot/initramfs-1.img
                i=0; while [ $i -lt 400 ]; do echo $i > root/usr/share/many/a-file-with-a-long-name-$i; i=$((i+1)); done
                head -c 300000 /dev/zero > root/usr/share/zeros
                ln -s "$(printf 'long%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)" root/etc/far
                mkfifo root/etc/pipe
                """);
        return folder.resolve("root");
    }
}
