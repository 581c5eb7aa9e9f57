package dev.milliner.build.koji;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A stand-in hub with the real client beside it, whose home folder has a profile for the hub. */
public final class Farm implements AutoCloseable {
    public static final String SOURCE = "git+https://git.kojihub.example/rpms/greet.git#3f2a9c1";
    public static final String TARGET = "azl4";

    /** Quick, as everything is near. */
    public static final KojiRhythm RHYTHM = new KojiRhythm(
            Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(30));

    private final Path folder;
    private final StandInHub hub;

    /** Skips the test where Koji's client is missing. */
    public Farm(Path folder) throws IOException {
        assumeTrue(HostTools.koji().isPresent(), "Koji's client is missing; milliner doctor says how to install it.");
        this.folder = folder;
        this.hub = new StandInHub();
        Path home = Files.createDirectories(folder.resolve("home/.koji"));
        Files.writeString(home.resolve("config"), """
                [farm]
                server = %1$s/kojihub
                weburl = %1$s/koji
                topurl = %1$s/kojifiles
                authtype = password
                max_retries = 2
                retry_interval = 1
                anon_retry = False
                """.formatted(hub.address()));
    }

    /** What a host has that reaches this farm: the client and a configuration with its profile. */
    public KojiHost host() {
        try {
            Path configuration = folder.resolve("home/.koji/config");
            return new KojiHost(Optional.of(client().program()), List.of(configuration), RHYTHM);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    public StandInHub hub() {
        return hub;
    }

    public HubBuilder builder() {
        return hub.builder();
    }

    public BuildStore store() {
        return new BuildStore(folder.resolve("builds"));
    }

    public KojiClient client() throws IOException {
        return client("dev", "devpw");
    }

    /** What XDG_DATA_HOME names for a user: Milliner finds the client in there. */
    Path data(String user) {
        return folder.resolve("data-" + user);
    }

    /** The client takes a password only from its command line, so a script stands for the user who gives it. */
    public KojiClient client(String user, String password) throws IOException {
        Path script = Files.createDirectories(data(user + "-" + password).resolve("milliner/koji/bin"))
                .resolve("koji");
        if (!Files.exists(script)) {
            Files.createFile(
                    script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(script, """
                    #!/bin/sh
                    HOME=%s exec %s --user=%s --password=%s "$@"
                    """.formatted(
                            folder.resolve("home"), HostTools.koji().orElseThrow(), user, password));
        }
        return new KojiClient(script, "farm");
    }

    /** The client alone, as it runs with something more in its environment. */
    Path clientWith(String setting) throws IOException {
        Path script = folder.resolve("client-" + setting.hashCode());
        Files.createFile(script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, """
                #!/bin/sh
                HOME=%s exec env '%s' %s "$@"
                """.formatted(
                        folder.resolve("home"), setting, HostTools.koji().orElseThrow()));
        return script;
    }

    KojiBuild start(KojiRequest request, HeardEvents heard) throws IOException {
        return KojiBuild.start(client(), request, FarmOrigin.UNKNOWN, heard, store(), RHYTHM, Optional.empty());
    }

    KojiBuild start(HeardEvents heard) throws IOException {
        return start(scm(), heard);
    }

    static KojiRequest scm() {
        return new KojiRequest.ComponentBuild("greet", TARGET, KojiSource.of(SOURCE), List.of(), true);
    }

    @Override
    public void close() {
        hub.close();
    }
}
