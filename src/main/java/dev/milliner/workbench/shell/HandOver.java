package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures;
import dev.milliner.ground.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands the tree of a second start over to the process that runs already, through a socket in a folder that only its owner
 * can enter. Nothing that fails here keeps a process from starting: it then has its own window.
 *
 * @param socket where the socket stands, if it can stand anywhere
 */
record HandOver(Optional<Path> socket) {
    /** What a process may take to answer, beside a build that wants all processors; one that hangs is not waited for. */
    private static final long MILLISECONDS = 4_000;

    /** A socket's name can't be longer. */
    private static final int LONGEST = 100;

    private static final int LARGEST = 8_192;
    private static final byte DONE = '+';
    private static final Path OURSELVES = Path.of("/proc/self");
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    /** The socket of those that remember in a folder and show windows on one display. */
    static HandOver of(Map<String, String> environment, Path state) {
        String which = Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .map(name -> environment.getOrDefault(name, ""))
                .collect(Collectors.joining("\0", state.toAbsolutePath() + "\0", ""));
        String name = "milliner-" + UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8)) + ".socket";
        Path folder = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(Path::of)
                .filter(HandOver::isOursAlone)
                .orElse(state);
        return new HandOver(Optional.of(folder.resolve(name).toAbsolutePath())
                .filter(path -> path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST));
    }

    private static boolean isOursAlone(Path folder) {
        try {
            return folder.isAbsolute()
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder).equals(Files.getOwner(OURSELVES))
                    && Files.getPosixFilePermissions(folder).equals(OWNERS);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /**
     * Offers a tree to a process that runs.
     *
     * @param root the tree; empty for none, where a window is only to come to the front
     * @return whether one took it
     */
    boolean offer(Optional<Path> root) {
        if (socket.isEmpty() || Files.notExists(socket.get(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.get()))) {
            String words = root.map(Path::toString).orElse("") + "\0";
            channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
            return answered(channel);
        } catch (IOException | UnsupportedOperationException nobody) {
            return false;
        }
    }

    private static boolean answered(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(1);
            return selector.select(MILLISECONDS) > 0 && channel.read(answer) == 1 && answer.get(0) == DONE;
        }
    }

    /**
     * Takes trees from now on.
     *
     * @param take takes each, on a thread of its own, and says whether it did; empty where a window is only to come to the front
     */
    Taking take(Predicate<Optional<Path>> take) {
        if (socket.isEmpty()) {
            return () -> {};
        }
        Path path = socket.get();
        try {
            ServerSocketChannel server = bind(path);
            Object key = key(path);
            Thread.ofPlatform().daemon().name("hand-over").start(() -> serve(server, take));
            return () -> end(server, path, key);
        } catch (IOException | UnsupportedOperationException impossible) {
            // Each start has a process of its own then, as each had before.
            return () -> {};
        }
    }

    /** One that a dead process left is in the way. */
    private static ServerSocketChannel bind(Path path) throws IOException {
        Path folder = path.resolveSibling("");
        if (!isOursAlone(folder)) {
            PrivateFiles.folder(folder);
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            PrivateFiles.close(path);
            return server;
        } catch (IOException failed) {
            server.close();
            throw failed;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private static void serve(ServerSocketChannel server, Predicate<Optional<Path>> take) {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> answer(client, take));
            } catch (ClosedChannelException ended) {
                return;
            } catch (IOException broken) {
                Failures.report("Waiting for other starts", broken);
                return;
            }
        }
    }

    private static void answer(SocketChannel client, Predicate<Optional<Path>> take) {
        try (client) {
            ByteBuffer words = ByteBuffer.allocate(LARGEST);
            boolean isWhole = false;
            while (!isWhole && words.hasRemaining() && client.read(words) >= 0) {
                isWhole = words.position() > 0 && words.get(words.position() - 1) == 0;
            }
            if (isWhole) {
                byte[] root = Arrays.copyOf(words.array(), words.position() - 1);
                boolean isTaken = take.test(Optional.of(new String(root, StandardCharsets.UTF_8))
                        .filter(text -> text.startsWith("/"))
                        .map(Path::of));
                client.write(ByteBuffer.wrap(new byte[] {isTaken ? DONE : 0}));
            }
        } catch (IOException | IllegalArgumentException gone) {
            // Whoever asked has a process of its own then.
        }
    }

    private static void end(ServerSocketChannel server, Path path, @Nullable Object key) {
        try {
            server.close();
            // Another process may have put its own there meanwhile.
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && Objects.equals(key, key(path))) {
                Files.delete(path);
            }
        } catch (IOException left) {
            // The next start finds that nobody answers there.
        }
    }
}
