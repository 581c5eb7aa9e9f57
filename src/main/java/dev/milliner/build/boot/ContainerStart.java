package dev.milliner.build.boot;

import dev.milliner.build.host.Install;
import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolProcess;
import dev.milliner.image.BootableContainer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A container that machines boot, made ready to start: its kernel, its initial file system, and a disk whose only partition is its
 * root as squashfs, all in a folder that goes when this is closed. Nothing of it is unpacked under a name of its own.
 */
public final class ContainerStart implements AutoCloseable {
    private static final String PROGRAM = "sqfstar";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long MOST_MEMORY = 4L << 30;
    private static final long MOST_BYTES = 64L << 30;

    private final Path folder;
    private final Thread end = new Thread(this::delete, "what a container was started from");

    private ContainerStart(Path folder) {
        this.folder = folder;
        // A program that is ended while the machine runs leaves no folder behind either.
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Makes it ready.
     *
     * @param archive of a container, in OCI's or docker's format
     * @throws BootException when it holds no kernel that machines boot, a tool is missing, or its root cannot be made
     */
    public static ContainerStart of(Path archive) throws BootException {
        Path program = HostTools.find(PROGRAM)
                .orElseThrow(() -> new BootException("A container is started from a squashfs, which " + PROGRAM
                        + " of squashfs-tools 4.5 makes, and it is missing; this adds it: "
                        + Install.command("squashfs-tools", "squashfs-tools")));
        try (BootableContainer container = BootableContainer.open(archive)) {
            ContainerStart start = new ContainerStart(Files.createTempDirectory("milliner-boot"));
            try {
                start.make(program, container);
                return start;
            } catch (IOException refused) {
                start.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw BootException.ofArtifact(
                    archive + " cannot be started as a machine: " + FileTrouble.words(refused) + ".");
        }
    }

    private void make(Path program, BootableContainer container) throws IOException {
        List<String> words = new ArrayList<>();
        HostTools.find("prlimit")
                .ifPresent(limit -> words.addAll(List.of(
                        limit.toString(),
                        "--as=" + MOST_MEMORY,
                        "--fsize=" + MOST_BYTES,
                        "--cpu=" + PATIENCE.toSeconds(),
                        "--core=0",
                        "--")));
        words.addAll(List.of(program.toString(), "-quiet", "-no-progress", "-processors", "2", "-mem", "256M"));
        words.addAll(List.of("-comp", "gzip", "-offset", String.valueOf(OnePartition.START), disk().toString()));
        try (ToolProcess process = ToolProcess.start(ToolCommand.ofUser(words), ToolProcess.Errors.WITH_OUTPUT)) {
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> said(process));
            CompletableFuture<Boolean> late =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, PATIENCE.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture<Integer> ended = late.thenApply(over -> process.end());
            try (OutputStream input = new BufferedOutputStream(process.input(), 1 << 16)) {
                container.write(input, kernel(), initramfs());
            } catch (IOException refused) {
                throw process.isAlive() ? refused : new IOException(PROGRAM + " ends: " + said.join(), refused);
            } finally {
                ended.cancel(false);
                late.cancel(false);
            }
            if (process.await() != 0) {
                throw new IOException(PROGRAM + " ends: " + said.join());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("it was stopped", stopped);
        }
        OnePartition.name(disk());
    }

    private static String said(ToolProcess process) {
        try (InputStream output = process.output()) {
            String words = new String(output.readNBytes(1 << 16), StandardCharsets.UTF_8).strip();
            output.transferTo(OutputStream.nullOutputStream());
            return words.lines().findFirst().orElse("it says nothing");
        } catch (IOException gone) {
            return "it says nothing";
        }
    }

    Path disk() {
        return folder.resolve("root");
    }

    Path kernel() {
        return folder.resolve("vmlinuz");
    }

    Path initramfs() {
        return folder.resolve("initramfs");
    }

    private void delete() {
        for (Path file : List.of(disk(), kernel(), initramfs(), folder)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                Failures.report("Deleting what a container was started from", kept);
            }
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // The program ends, and the hook deletes at the same time.
            return;
        }
        delete();
    }
}
