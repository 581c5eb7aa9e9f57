package dev.milliner.solve;

import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** A repository whose metadata a test writes package by package. */
public final class WrittenRepository {
    private final StringBuilder packages = new StringBuilder();
    private int count;

    /**
     * Adds a package.
     *
     * @param evr version and release, with an epoch before a colon where it has one
     * @param format what stands in its {@code <format>}
     */
    public WrittenRepository add(String name, String evr, String architecture, String format) {
        String epoch = evr.contains(":") ? evr.substring(0, evr.indexOf(':')) : "0";
        String rest = evr.substring(evr.indexOf(':') + 1);
        String version = rest.substring(0, rest.lastIndexOf('-'));
        String release = rest.substring(rest.lastIndexOf('-') + 1);
        String ownProvide = "<rpm:entry name=\"%s\" flags=\"EQ\" epoch=\"%s\" ver=\"%s\" rel=\"%s\"/>"
                .formatted(name, epoch, version, release);
        packages.append("""
                <package type="rpm"><name>%s</name><arch>%s</arch>
                <version epoch="%s" ver="%s" rel="%s"/>
                <checksum type="sha256" pkgid="YES">%064x</checksum>
                <summary>%s</summary><description/><size package="1" installed="1000" archive="1"/>
                <location href="%s.rpm"/>
                <format><rpm:license>MIT</rpm:license><rpm:sourcerpm>%s-%s-%s.src.rpm</rpm:sourcerpm>
                <rpm:provides>%s</rpm:provides>%s</format></package>
                """.formatted(
                        name,
                        architecture,
                        epoch,
                        version,
                        release,
                        ++count,
                        name,
                        name + count,
                        name,
                        version,
                        release,
                        ownProvide,
                        format));
        return this;
    }

    /** What a package without requirements says. */
    public static String requires(String... names) {
        StringBuilder entries = new StringBuilder("<rpm:requires>");
        for (String name : names) {
            entries.append("<rpm:entry name=\"").append(name).append("\"/>");
        }
        return entries.append("</rpm:requires>").toString();
    }

    /** Writes it into a folder, with checksums that fit. */
    public Path write(Path folder) throws IOException {
        byte[] primary = """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata xmlns="http://linux.duke.edu/metadata/common" xmlns:rpm="http://linux.duke.edu/metadata/rpm" packages="%d">
                %s</metadata>
                """.formatted(count, packages).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve("repodata"));
        Files.write(folder.resolve("repodata/primary.xml"), primary);
        Files.write(folder.resolve("repodata/repomd.xml"), index(primary));
        return folder;
    }

    /** Writes it and takes it in. */
    public RepositoryMetadata in(Path folder, String id, int priority) throws IOException {
        write(folder);
        try {
            return new Repositories(folder.resolve("cache"), Duration.ofSeconds(5))
                    .get(id, folder.toString(), priority);
        } catch (RepositoryException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A repomd.xml that names a primary.xml with its checksum. */
    static byte[] index(byte[] primary) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <repomd xmlns="http://linux.duke.edu/metadata/repo">
                  <revision>1</revision>
                  <data type="primary">
                    <checksum type="sha256">%s</checksum>
                    <location href="repodata/primary.xml"/>
                    <size>%d</size>
                  </data>
                </repomd>
                """.formatted(sha256(primary), primary.length).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
