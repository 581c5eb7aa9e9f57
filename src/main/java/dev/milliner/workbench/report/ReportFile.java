package dev.milliner.workbench.report;

import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A report as a file: a zip archive of plain texts. */
final class ReportFile {
    private ReportFile() {}

    /**
     * Writes it in one step; a file of that name is replaced.
     *
     * @param texts the texts by what they are called
     */
    static void write(Path file, Map<String, String> texts) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Files.createDirectories(target.resolveSibling(""));
        Path temporary = folder.resolve("." + target.getFileName() + ".milliner");
        try {
            try (OutputStream out = Files.newOutputStream(temporary);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    zip.putNextEntry(new ZipEntry("milliner-report/" + text.getKey()));
                    zip.write((text.getValue().stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw FileTrouble.of(failure, temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
