package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a dist-git: it is tried again, a few at a time, and what fails says why and what to do. */
class FetchingTest {
    private static final int MANY = 9;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger busyAnswers = new AtomicInteger();

    @BeforeEach
    void serve() throws Exception {
        Path git = Files.createDirectories(folder.resolve("git"));
        for (int i = 0; i < MANY; i++) {
            publish(git.resolve("hat" + i + ".git"), "hat" + i);
        }
        HttpHandler files = SimpleFileServer.createFileHandler(git);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                if (busyAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                } else {
                    files.handle(exchange);
                }
            } finally {
                atOnce.decrementAndGet();
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    /** A bare repository with what clients need that ask for files alone. */
    private static void publish(Path repository, String name) throws Exception {
        Path work = Files.createTempDirectory("work");
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("f1").call()) {
            Files.writeString(work.resolve(name + ".spec"), "Name: " + name + "\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("All")
                    .setSign(false)
                    .setAuthor("T", "t@example.org")
                    .setCommitter("T", "t@example.org")
                    .call();
            Git.cloneRepository()
                    .setURI(work.toUri().toString())
                    .setBare(true)
                    .setDirectory(repository.toFile())
                    .call()
                    .close();
        }
        try (Git bare = Git.open(repository.toFile())) {
            String tip = bare.getRepository().resolve("refs/heads/f1").name();
            Files.createDirectories(repository.resolve("info"));
            Files.writeString(repository.resolve("info/refs"), tip + "\trefs/heads/f1\n");
            Files.createDirectories(repository.resolve("objects/info"));
            List<String> packs = new ArrayList<>();
            Path packFolder = repository.resolve("objects/pack");
            if (Files.isDirectory(packFolder)) {
                try (var all = Files.list(packFolder)) {
                    all.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".pack"))
                            .forEach(file -> packs.add("P " + file + "\n"));
                }
            }
            Files.writeString(repository.resolve("objects/info/packs"), String.join("", packs) + "\n");
        }
    }

    private Path tree(String address) throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        StringBuilder text = new StringBuilder("""
                [project]
                default-distro = { name = "felt", version = "1" }
                [distros.felt]
                dist-git-base-uri = "%s/$pkg.git"
                [distros.felt.versions.1]
                release-ver = "1"
                dist-git-branch = "f1"
                [components.nohat]
                spec = { type = "upstream", upstream-distro = { name = "felt", version = "1" } }
                """.formatted(address));
        for (int i = 0; i < MANY; i++) {
            text.append("[components.hat")
                    .append(i)
                    .append(
                            "]\nspec = { type = \"upstream\", upstream-distro = { name = \"felt\", version = \"1\" } }\n");
        }
        Files.writeString(tree.resolve("azldev.toml"), text);
        return tree;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private ToolResult.Ended prepare(Path tree, String... names) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "prepare",
                "-C",
                tree.toString(),
                "-o",
                folder.resolve("out").toString()));
        words.addAll(List.of(names));
        Map<String, String> environment = Map.of(
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "HOME", folder.toString());
        ToolResult result = ToolRun.within(Duration.ofMinutes(2)).of(ToolCommand.of(folder, environment, words));
        assertThat(result).isInstanceOf(ToolResult.Ended.class);
        ToolResult.Ended ended = (ToolResult.Ended) result;
        assertThat(ended.output() + ended.errors()).doesNotContain("Exception", "\tat ", "org.eclipse", "java.net");
        return ended;
    }

    @Test
    void aBusyHostIsAskedAgain() throws Exception {
        busyAnswers.set(1);
        ToolResult.Ended done = prepare(tree(address()), "hat0");
        assertThat(done.status()).as(done.errors()).isZero();
        assertThat(folder.resolve("out/hat0/hat0.spec")).exists();
    }

    @Test
    void whatFailsSaysWhyAndWhatToDo() throws Exception {
        ToolResult.Ended absent = prepare(tree(address()), "nohat");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.errors()).contains("nohat: ", address() + "/nohat.git", "upstream-name");
        int port = server.getAddress().getPort();
        server.stop(0);
        ToolResult.Ended silent = prepare(tree("http://127.0.0.1:" + port), "hat0");
        assertThat(silent.status()).isEqualTo(3);
        assertThat(silent.errors()).contains("takes no connection");
        assertThat(prepare(tree("http://nobody.invalid"), "hat0").errors()).contains("name is not known here");
        assertThat(prepare(tree("htp://nowhere"), "hat0").errors()).contains("no way to fetch that is known");
        try (var left = Files.list(folder.resolve("cache/milliner/dist-git"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void manyAreFetchedAFewAtATimeAndLeftoversAreSwept() throws Exception {
        Path cache = folder.resolve("cache/milliner/dist-git");
        Path dead = Files.createDirectories(cache.resolve("cloning-999999999-1/objects"));
        Path old = Files.createDirectories(cache.resolve("cloning123/objects"));
        Path alive = Files.createDirectories(
                cache.resolve("cloning-" + ProcessHandle.current().pid() + "-1"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            names.add("hat" + i);
        }
        ToolResult.Ended done = prepare(tree(address()), names.toArray(String[]::new));
        assertThat(done.status()).as(done.errors()).isZero();
        for (String name : names) {
            assertThat(folder.resolve("out/" + name + "/" + name + ".spec")).exists();
        }
        assertThat(done.errors()).contains(MANY + " of " + MANY + " components prepared");
        assertThat(mostAtOnce.get()).isBetween(1, 4);
        assertThat(dead).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(alive).exists();
    }
}
