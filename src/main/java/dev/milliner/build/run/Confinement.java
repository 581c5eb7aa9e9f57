package dev.milliner.build.run;

import dev.milliner.build.host.Containment;
import dev.milliner.build.host.Privileges;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolEnvironment;
import dev.milliner.ground.UserFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps commands that do what a spec says from the host. {@code confine.sh} says how.
 *
 * @param containment how far
 * @param script where {@code confine.sh} lies when the command runs
 * @param places a folder for what each command has of its own
 */
public record Confinement(Containment containment, Path script, Path places) {
    /** How a line begins that says what a contained command has left running. */
    private static final String LEFT = "warning: ";

    private static final String LEFT_WORDS = " outlived the build and ";

    /** That of a build. */
    public static Confinement of(BuildFolder folder, Containment containment) {
        return new Confinement(
                containment, folder.confineScript(), folder.work().resolve("private"));
    }

    /**
     * A command that is kept to some folders.
     *
     * @param name what it is for; commands of one name share a home and a folder of temporary files
     * @param writable the folders, beside those of its own; all else is read-only or empty
     */
    public List<String> around(String name, List<Path> writable, List<String> command) {
        return containment == Containment.NONE ? command : around(name, List.of(), writable, command);
    }

    /**
     * A command that, besides, writes to memory alone and may do no more than any user. Its home is a copy of the one that
     * it is told; all that it writes is lost.
     *
     * @param name what it is for
     * @param most how much it may write to each of its places, in bytes, what its home holds included
     */
    public List<String> inMemory(String name, long most, List<String> command) {
        return around(name, List.of("--most", String.valueOf(most)), List.of(), command);
    }

    private List<String> around(String name, List<String> options, List<Path> writable, List<String> command) {
        List<String> words = new ArrayList<>();
        words.add(HostTools.find("sh").map(Path::toString).orElse("sh"));
        words.add(script.toString());
        words.addAll(options);
        words.addAll(List.of(
                Privileges.isRoot() ? "root" : "user",
                containment == Containment.WITH_NETWORK ? "host" : "none",
                places.resolve(name).toString(),
                home()));
        writable.forEach(folder -> words.add(folder.toString()));
        words.add("--");
        words.addAll(command);
        return List.copyOf(words);
    }

    /** What a command is told beside its places. */
    public Map<String, String> environment() {
        return containment == Containment.CLOSED ? Map.of() : ToolEnvironment.ofNetwork();
    }

    /** Tells whether a line of a contained command's output says what it has left running. */
    public static boolean tellsOfSurvivors(String line) {
        return line.startsWith(LEFT) && line.contains(LEFT_WORDS);
    }

    private static String home() {
        Path home = UserFolder.home();
        return Files.isDirectory(home) ? home.normalize().toString() : "/";
    }
}
