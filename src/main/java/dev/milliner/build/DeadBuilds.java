package dev.milliner.build;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.BuildOwner;
import dev.milliner.build.host.Install;
import dev.milliner.build.host.LoopDevices;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildProcesses;
import dev.milliner.ground.Amount;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds whose program died before it could clean up, killed or by a failure of power. Their logs and artifacts stay.
 *
 * @param store where builds have their folders
 */
public record DeadBuilds(BuildStore store) {
    private static final Logger LOG = System.getLogger(DeadBuilds.class.getName());

    /**
     * What was cleaned up of one build.
     *
     * @param id the build's name
     * @param processes how many processes of it still ran
     * @param devices the loop devices that were detached
     * @param left what could not be cleaned up, and what to do, in sentences
     */
    public record Swept(String id, int processes, List<String> devices, List<String> left) {
        /** With lists that nobody changes. */
        public Swept {
            devices = List.copyOf(devices);
            left = List.copyOf(left);
        }

        /** What was done, in a sentence. */
        public String words() {
            return "Cleaned up after the build " + id + ", whose program died: "
                    + (processes == 0 ? "no process" : Amount.of(processes, "process"))
                    + " ended" + (devices.isEmpty() ? "" : ", " + String.join(", ", devices) + " detached")
                    + (left.isEmpty() ? "." : ". " + String.join(" ", left));
        }
    }

    /** Those of the user's folder for builds. */
    public static DeadBuilds ofUser() {
        return new DeadBuilds(BuildStore.ofUser());
    }

    /**
     * Ends what is left of dead builds, detaches their loop devices and deletes what they worked in. Deletes nothing
     * while anything is mounted below it. Where another program sweeps at the same time, that one does it.
     *
     * @throws InterruptedException when this thread is interrupted
     */
    public List<Swept> sweep() throws InterruptedException {
        if (!Files.isDirectory(store.folder())) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(
                        store.folder().resolve(".sweep"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null ? List.of() : sweepAll();
        } catch (NoSuchFileException | OverlappingFileLockException nothing) {
            // Nothing was built yet, or another thread sweeps.
            return List.of();
        } catch (IOException unusable) {
            LOG.log(Level.WARNING, "What is left of ended builds cannot be looked for in " + store.folder(), unusable);
            return List.of();
        }
    }

    private List<Swept> sweepAll() throws IOException, InterruptedException {
        List<Swept> swept = new ArrayList<>();
        for (BuildFolder folder : dead()) {
            swept.add(sweep(folder));
        }
        return swept;
    }

    /** A folder without a word of its owner is one of a build that ended. */
    private List<BuildFolder> dead() throws IOException {
        try (Stream<Path> folders = Files.list(store.folder().toRealPath())) {
            return folders.filter(folder -> BuildOwner.read(folder.resolve(BuildFolder.OWNER))
                            .filter(owner -> !owner.isAlive())
                            .isPresent())
                    .sorted()
                    .map(BuildFolder::new)
                    .toList();
        }
    }

    private static Swept sweep(BuildFolder folder) throws InterruptedException {
        BuildProcesses processes = new BuildProcesses(folder);
        int ended = processes.end();
        List<String> left = new ArrayList<>();
        if (!processes.running().isEmpty()) {
            left.add("The process " + processes.running().getFirst().pid() + " cannot be ended; end it as root.");
        }
        List<String> detached = new ArrayList<>();
        for (String device : LoopDevices.below(folder.path())) {
            if (LoopDevices.detach(device)) {
                detached.add(device);
            } else {
                left.add("The device " + device + " is still attached; this detaches it: "
                        + Install.asRoot("losetup -d /dev/" + device) + ".");
            }
        }
        if (left.isEmpty()) {
            delete(folder, left);
        }
        return new Swept(folder.id(), ended, detached, left);
    }

    private static void delete(BuildFolder folder, List<String> left) {
        try {
            folder.delete(folder.work());
            Files.deleteIfExists(folder.owner());
        } catch (IOException failure) {
            left.add("The folder " + folder.work() + " stays: " + FileTrouble.words(failure) + ".");
        }
    }
}
