package dev.milliner.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs on this host. */
public final class HostTools {
    private HostTools() {}

    /** A program on the PATH, or in an administrators' folder beside one of it, which an ordinary user's PATH may lack. */
    public static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        List<String> folders = path == null ? List.of("/usr/bin") : List.of(path.split(":", -1));
        Stream<String> administrators = folders.stream()
                .filter(folder -> folder.endsWith("/bin"))
                .map(folder -> folder.replaceFirst("bin$", "sbin"));
        return Stream.concat(folders.stream(), administrators)
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** KIWI: the one that the installer has put into a place of its own, else the one on the PATH. */
    public static Optional<Path> kiwi() {
        Path own = UserFolder.DATA.ours().resolve("kiwi/bin/kiwi-ng");
        return Files.isExecutable(own) ? Optional.of(own) : find("kiwi-ng");
    }

    /** Koji's client: the one that the installer has put into a place of its own, else the one on the PATH. */
    public static Optional<Path> koji() {
        Path own = UserFolder.DATA.ours().resolve("koji/bin/koji");
        return Files.isExecutable(own) ? Optional.of(own) : find("koji");
    }

    /** The PATH with the administrators' folders. */
    public static String path() {
        String path = System.getenv("PATH");
        return (path == null ? "" : path + ":") + "/usr/sbin:/sbin:/usr/bin:/bin";
    }
}
