package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Koji's client, and what it needs for logins by Kerberos: it runs without, and says so only at the login. */
public final class KojiEquipment {
    /** The client takes either; the first is the one it asks for. */
    private static final String IMPORT =
            "try:\n import requests_gssapi\nexcept ImportError:\n import requests_kerberos\n";

    private KojiEquipment() {}

    /** The client itself. Only builds on a farm need it, so that a host without it is as well as one with it. */
    public static HostFinding client() {
        Optional<Path> found = HostTools.koji();
        return new HostFinding(
                "koji",
                true,
                found.map(Path::toString).orElse("missing"),
                "optional: builds on a farm",
                found.isPresent() ? "" : add());
    }

    /** On Debian its dependencies are named one by one, as pip would compile one that only Kerberos logins need. */
    private static String add() {
        return HostTools.find("dnf").isPresent() && HostTools.find("apt-get").isEmpty()
                ? Install.asRoot("dnf install -y koji")
                : PythonTool.withPython(
                        "koji",
                        "--no-deps koji requests requests-gssapi python-dateutil six defusedxml urllib3 idna certifi"
                                + " charset-normalizer");
    }

    /**
     * Whether the client can log in by Kerberos.
     *
     * @param program the client
     * @return nothing where the client is no program of Python's, so that nobody can tell
     */
    static Optional<HostFinding> finding(Path program) {
        return python(program).map(python -> {
            boolean there = ToolAnswer.succeeds(python, "-c", IMPORT);
            return new HostFinding(
                    "koji by Kerberos",
                    true,
                    there ? "available" : "missing",
                    "optional: logs in to farms that ask for Kerberos",
                    there ? "" : fix(program));
        });
    }

    /**
     * The command that adds it.
     *
     * @param program the client
     */
    public static String fix(Path program) {
        Path folder = program.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolveSibling("pyvenv.cfg"))) {
            return Install.command("python3-requests-kerberos", "python3-requests-gssapi");
        }
        // No compiled form of it is published for Linux, so it takes a compiler and Kerberos' headers.
        return Install.command("gcc python3-dev libkrb5-dev", "gcc python3-devel krb5-devel") + " && "
                + folder.resolve("pip") + " install requests-gssapi gssapi";
    }

    /** What the first line of the client says that runs it. */
    private static Optional<String> python(Path program) {
        try (BufferedReader reader = Files.newBufferedReader(program, StandardCharsets.ISO_8859_1)) {
            return Optional.ofNullable(reader.readLine())
                    .filter(line -> line.startsWith("#!") && line.contains("python"))
                    .map(line -> List.of(line.substring(2).strip().split(" +")))
                    .map(words -> words.getFirst().endsWith("/env") ? words.getLast() : words.getFirst());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
