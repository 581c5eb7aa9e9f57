package dev.milliner.differential;

import dev.milliner.spec.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A distro with one component, made from a seed and written to a folder.
 *
 * @param dice what decides
 */
record GeneratedTree(Dice dice) {
    private static final String ROOT = """
            includes = ["c/a.toml"]
            [project]
            log-dir = "build/logs"
            work-dir = "build/work"
            output-dir = "out"
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.'1']
            release-ver = "1"
            """;
    private static final String COMPONENT = "[components.a]\nspec = { type = \"local\", path = \"s/a.spec\" }\n";

    static GeneratedTree of(long seed) {
        return new GeneratedTree(new Dice(seed));
    }

    /** Writes it; the root is made. */
    void write(Path root) throws IOException {
        Path sources = Files.createDirectories(root.resolve("c/s"));
        String about = dice.of("files", "files", "files", "spec", "spec", "sources", "links", "mixed");
        write(root.resolve("azldev.toml"), ROOT);
        write(root.resolve("c/add.me"), "added\n");
        write(root.resolve("c/more/new.patch"), "--- new\n");
        String spec = new GeneratedSpec(dice).text();
        write(sources.resolve("a.spec"), spec);
        files(sources, about);
        write(root.resolve("c/a.toml"), component(about, new GeneratedOverlay(dice, spec)));
    }

    private void files(Path sources, String about) throws IOException {
        int left = about.equals("spec") || about.equals("sources") ? 2 : dice.isWild() ? 2 : 12;
        for (String file : GeneratedPath.FILES) {
            if (!dice.oneIn(left)) {
                write(
                        sources.resolve(file),
                        dice.of("", "foo a\n", "foo bar\nx\n", "a\naa\naaa", "é 1.0 a\n", "\uDCFF x foo\n", "1.0\n"));
                if (dice.oneIn(6)) {
                    Files.setPosixFilePermissions(
                            sources.resolve(file),
                            PosixFilePermissions.fromString(dice.of("rwxr-xr-x", "rw-rw-rw-", "r--r--r--")));
                }
            }
        }
        for (String folder : List.of("empty", "s/e", "b/c/d")) {
            if (dice.oneIn(3)) {
                Files.createDirectories(sources.resolve(folder));
            }
        }
        if (about.equals("sources") || dice.oneIn(8)) {
            write(sources.resolve("sources"), new GeneratedSources(dice).file());
        }
        if (about.equals("links")) {
            Files.createSymbolicLink(
                    sources.resolve("link"),
                    Path.of(
                            dice.odd()
                                    ? dice.of("s", "none", ".", "../more", "empty", "link")
                                    : dice.of("a.spec", "notes.txt", "../add.me", "s/x")));
        }
    }

    private String component(String about, GeneratedOverlay overlays) {
        GeneratedSources sources = new GeneratedSources(dice);
        StringBuilder text = new StringBuilder(COMPONENT);
        if (dice.oneIn(4)) {
            text.append(build());
        }
        switch (about) {
            case "files", "links" -> dice.some(1, 1, overlays::onFiles).forEach(text::append);
            case "spec" -> dice.some(1, 2, overlays::onSpec).forEach(text::append);
            case "sources" -> {
                dice.some(1, 2, sources::entry).forEach(text::append);
                dice.some(0, 1, () -> dice.oneIn(2) ? sources.archiveOverlay() : overlays.onFiles())
                        .forEach(text::append);
            }
            default ->
                dice.some(2, 4, () -> dice.oneIn(2) ? overlays.onFiles() : overlays.onSpec())
                        .forEach(text::append);
        }
        return text.toString();
    }

    private String build() {
        return "[components.a.build]\n"
                + dice.of(
                        "with = [\"x\"]\n",
                        "without = [\"x\", \"y\"]\n",
                        "defines = { a = \"1 2\", \"_with_x\" = \"0\" }\n",
                        "")
                + dice.of("", "undefines = [\"_with_x\"]\n")
                + dice.of("", "", "check = { skip = true, skip_reason = \"slow\" }\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, ByteText.encode(text));
    }
}
