package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.Tools;
import dev.milliner.serve.ServingProcess;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neovim and Emacs, without a screen, complete, go and rename through the server; each where it is on the PATH. */
class EditorsTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void neovim() throws Exception {
        assumeTrue(Tools.isThere("nvim"), "Neovim is not installed.");
        assertThat(said("nvim", "--headless", "-u", "NONE", "-S", script("neovim.lua")))
                .isEqualToNormalizingNewlines(transcript("neovim.txt"));
    }

    @Test
    void emacs() throws Exception {
        assumeTrue(Tools.isThere("emacs"), "Emacs is not installed.");
        assumeTrue(hasEglot(), "Emacs has no Eglot.");
        assertThat(said("emacs", "--batch", "-f", "package-initialize", "-l", script("emacs.el")))
                .isEqualToNormalizingNewlines(transcript("emacs.txt"));
    }

    private static boolean hasEglot() throws Exception {
        Process process = new ProcessBuilder(
                        "emacs", "--batch", "-f", "package-initialize", "--eval", "(require 'eglot)")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private static String script(String name) throws Exception {
        return Path.of(Objects.requireNonNull(EditorsTest.class.getResource(name))
                        .toURI())
                .toString();
    }

    private static String transcript(String name) throws Exception {
        try (InputStream resource = Objects.requireNonNull(EditorsTest.class.getResourceAsStream(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What an editor says that works on a copy of the sample. */
    private String said(String... command) throws Exception {
        Path tree = folder.resolve("tree");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = tree.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        ServingProcess.atHome(builder, folder);
        builder.environment()
                .put("MILLINER", ServingProcess.script(folder, "lsp").toString());
        builder.environment().put("TREE", tree.toString());
        Path errors = folder.resolve("errors.txt");
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return said.isEmpty() ? Files.readString(errors) : said;
    }
}
