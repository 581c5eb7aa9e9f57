package dev.milliner.workbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The definition tree of Azure Linux, unpacked for a test. */
final class AzureLinux {
    private AzureLinux() {}

    /** Unpacks it, or skips the test where the material is absent. */
    static Path unpackInto(Path folder) throws IOException {
        String shared = System.getenv().getOrDefault("MILLINER_SHARED", "../shared");
        Path archive = Path.of(shared, "corpus/azurelinux/azurelinux-tomls.tar.xz");
        assumeTrue(Files.exists(archive), "skipped: the azurelinux tree is not beside this checkout");
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
        return folder;
    }
}
