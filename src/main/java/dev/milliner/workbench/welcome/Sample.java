package dev.milliner.workbench.welcome;

import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A distro that comes with Milliner. It is copied before it is opened, so that whoever tries things out spoils nothing.
 *
 * @param name its name
 * @param about what it is, in a few words
 * @param sign what is special of it
 * @param folder where it is
 */
public record Sample(String name, String about, String sign, Path folder) {
    /** The property that names the folder with the samples. */
    public static final String PROPERTY = "milliner.samples";

    /** Made while a sample is built. */
    private static final List<String> LEFT_OUT = List.of("build", "out");

    /** Those that are there. */
    public static List<Sample> all() {
        return samples().stream()
                .flatMap(here -> Stream.of(
                        new Sample(
                                "bowler",
                                Wording.of("welcome.sample.bowler"),
                                Wording.of("welcome.sample.bowler.needs"),
                                here.resolve("bowler")),
                        new Sample(
                                "trilby",
                                Wording.of("welcome.sample.trilby"),
                                Wording.of("welcome.sample.trilby.needs"),
                                here.resolve("trilby"))))
                .filter(sample -> Files.isRegularFile(sample.folder().resolve("azldev.toml")))
                .toList();
    }

    private static Optional<Path> samples() {
        String named = System.getProperty(PROPERTY);
        return named != null ? Optional.of(Path.of(named)) : besideProgram();
    }

    /** In a checkout the program lies two or three folders below it. */
    private static Optional<Path> besideProgram() {
        try {
            Path program = Path.of(Sample.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(program, at -> at != null, Path::getParent)
                    .limit(4)
                    .map(at -> at.resolve("sample-distros"))
                    .filter(Files::isDirectory)
                    .findFirst();
        } catch (URISyntaxException nowhere) {
            return Optional.empty();
        }
    }

    /**
     * Copies it into a folder, unless it is there already.
     *
     * @return where it is to be opened
     * @throws IOException if it can't be copied; nothing of it is left then
     */
    public Path copyInto(Path samples) throws IOException {
        Path copy = samples.resolve(name);
        if (!Files.exists(copy.resolve("azldev.toml"))) {
            Files.createDirectories(samples);
            Path half = Files.createTempDirectory(samples, "." + name);
            try {
                copy(folder, half.resolve(name));
                Files.move(half.resolve(name), copy);
            } finally {
                delete(half);
            }
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(from.relativize(folder).toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, java.io.IOException failure) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
