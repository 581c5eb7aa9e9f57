package dev.milliner.build.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.milliner.distro.Distro;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryPackages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rpm reads a distro's specs with the distro's macros where its repository lies on this host. */
class DistroMacrosTest {
    private static final String MACROS_SPEC = """
            Name: felt-rpm-macros
            Version: 7
            Release: 1
            Summary: Macros
            License: MIT
            BuildArch: noarch
            %description
            Macros.
            %install
            mkdir -p %{buildroot}/usr/lib/rpm/macros.d %{buildroot}/usr/lib/rpm/felt %{buildroot}/usr/lib/rpm/lua
            cat > %{buildroot}/usr/lib/rpm/macros.d/macros.felt <<'END'
            %%felt_requires() Requires: felt-%%{1} = %%{felt_version}
            %%felt_script %%(%%{_rpmconfigdir}/felt/say.sh)
            %%felt_lua %%{lua:print(require('felt').word)}
            END
            printf '%%%%felt_version 7\\n%%%%dist .felt\\n' > %{buildroot}/usr/lib/rpm/felt/macros
            printf '#!/bin/sh\\necho script\\n' > %{buildroot}/usr/lib/rpm/felt/say.sh
            chmod 755 %{buildroot}/usr/lib/rpm/felt/say.sh
            echo 'return {word = "lua"}' > %{buildroot}/usr/lib/rpm/lua/felt.lua
            %files
            /usr/lib/rpm/macros.d/macros.felt
            /usr/lib/rpm/felt
            /usr/lib/rpm/lua/felt.lua
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void demandTools() {
        SpecTree.demandTools();
        for (String tool : List.of("rpmbuild", "createrepo_c")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
    }

    private void run(String... words) throws InterruptedException {
        ToolResult result = ToolRun.within(Duration.ofMinutes(1)).of(ToolCommand.ofUser(List.of(words)));
        assertThat(result.succeeded()).as(result.toString()).isTrue();
    }

    private Path repository() throws IOException, InterruptedException {
        Path spec = Files.writeString(folder.resolve("felt-rpm-macros.spec"), MACROS_SPEC);
        Path repository = Files.createDirectories(folder.resolve("repository"));
        run(
                "rpmbuild",
                "-bb",
                "--define",
                "_topdir " + folder + "/work",
                "--define",
                "_rpmdir " + repository,
                spec.toString());
        run("createrepo_c", repository.toString());
        return repository;
    }

    private ComponentEvaluation evaluate(String repository) throws Exception {
        SpecTree tree = new SpecTree(folder.resolve("tree"))
                .write("", "%felt_requires hat\nRequires: %{felt_script} %{felt_lua}", "", "");
        Files.writeString(tree.root().resolve("azldev.toml"), """
                includes = ["a.comp.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                inputs.rpm-build = [{ repo = "base" }]
                [resources.rpm-repos.base]
                base-uri = "%s"
                disable-gpg-check = true
                """.formatted(repository));
        Distro distro = tree.load();
        assertThat(distro.problems()).isEmpty();
        Duration patience = Duration.ofSeconds(5);
        Path cache = folder.resolve("cache");
        DistroMacros macros = DistroMacros.of(
                distro,
                new Repositories(cache.resolve("repositories"), patience),
                new RepositoryPackages(cache.resolve("packages"), patience));
        return SpecTree.evaluate(distro, "a", EvaluationLimits.USUAL, macros);
    }

    private static void assertFelt(ComponentEvaluation answer) {
        assertThat(answer.macros().why()).isEmpty();
        assertThat(answer.macros().packages()).containsExactly("felt-rpm-macros-7-1.noarch");
        EvaluatedPackage a = SpecTree.evaluated(answer.before()).find("a").orElseThrow();
        assertThat(a.get(Fact.REQUIRES)).containsExactlyInAnyOrder("felt-hat = 7", "script", "lua");
        assertThat(a.get(Fact.TAGS)).contains("Release: 1.felt");
    }

    @Test
    void thoseOfTheRepositoryCountAndAreFetchedOnce() throws Exception {
        Path repository = repository();
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            byte[] content = Files.readAllBytes(repository.resolve(path.substring(1)));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try {
            assertFelt(evaluate(uri));
            assertFelt(evaluate(uri));
            assertThat(requests).filteredOn(path -> path.endsWith(".rpm")).hasSize(1);
        } finally {
            server.stop(0);
        }
        assertFelt(evaluate(uri));
    }

    @Test
    void whereTheRepositoryCannotBeReachedTheHostsCountAndItIsSaid() throws Exception {
        ComponentEvaluation answer = evaluate("http://127.0.0.1:1/felt/");
        assertThat(answer.macros().areOfHost()).isTrue();
        assertThat(answer.macros().why())
                .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1:1"));
        assertThat(answer.before()).isInstanceOf(SpecAnswer.Unparsable.class);
        assertThat(answer.problem())
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("this host's macros"));
    }
}
