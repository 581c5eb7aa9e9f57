package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Loop devices of this host. Those that were not detached keep their partitions, at which later builds fail. */
public final class LoopDevices {
    private static final Path DEVICES = Path.of("/sys/block");
    private static final int ATTEMPTS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LoopDevices() {}

    /** The names of those whose file lies, or lay, below a folder, such as {@code loop0}. */
    public static List<String> below(Path folder) {
        try (Stream<Path> devices = Files.list(DEVICES)) {
            return devices.filter(device -> file(device).startsWith(folder + "/"))
                    .map(device -> String.valueOf(device.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String file(Path device) {
        try {
            return Files.readString(device.resolve("loop/backing_file")).strip();
        } catch (IOException gone) {
            return "";
        }
    }

    /**
     * Forgets a device's partitions and lets go of its file; only root may.
     *
     * @return whether that came about
     */
    public static boolean detach(String name) throws InterruptedException {
        for (int i = 0; i < ATTEMPTS && hasPartitions(name); i++) {
            // A process that dies may still hold one.
            if (!run("partx", "-d", "/dev/" + name)) {
                Thread.sleep(100);
            }
        }
        return run("losetup", "-d", "/dev/" + name);
    }

    private static boolean hasPartitions(String name) {
        try (Stream<Path> parts = Files.list(DEVICES.resolve(name))) {
            return parts.anyMatch(part -> String.valueOf(part.getFileName()).startsWith(name + "p"));
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean run(String program, String... arguments) throws InterruptedException {
        String found = HostTools.find(program).map(Path::toString).orElse(program);
        List<String> words =
                Stream.concat(Stream.of(found), Stream.of(arguments)).toList();
        return ToolRun.within(PATIENCE).of(ToolCommand.ofUser(words)).succeeded();
    }
}
