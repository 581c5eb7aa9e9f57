package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Any list of packages and their files is read, or refused. */
class PrimaryFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata xmlns="http://linux.duke.edu/metadata/common" xmlns:rpm="http://linux.duke.edu/metadata/rpm" packages="1">
                <package type="rpm"><name>libgcc</name><arch>x86_64</arch><version epoch="0" ver="11.2.1" rel="1.fc35"/>
                <checksum type="sha256" pkgid="YES">b255</checksum><summary>GCC</summary><size package="64993" installed="1" archive="1"/>
                <location href="Packages/l/libgcc-11.2.1-1.fc35.x86_64.rpm"/><format><rpm:provides><rpm:entry name="x" flags="EQ" epoch="0"/>
                </rpm:provides><file type="dir">/usr</file></format></package></metadata>
                """), text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <filelists xmlns="http://linux.duke.edu/metadata/filelists" packages="1">
                <package pkgid="b255" name="libgcc" arch="x86_64"><version epoch="0" ver="11.2.1" rel="1.fc35"/>
                <file>/usr/lib64/libgcc_s.so.1</file><file type="dir">/usr/share</file></package></filelists>
                """));
    }

    @Override
    protected List<String> words() {
        return RepositoryIndexFuzzTest.WORDS;
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path file = file("primary.xml", input);
        RepositoryMetadata metadata = metadata(file);
        use(PackageListing.named(file));
        use(PackageListing.holding(metadata, path -> true));
    }

    static RepositoryMetadata metadata(Path file) {
        return new RepositoryMetadata(
                "r", "r", "0", file, Optional.of(file), -1, Optional.empty(), Optional.empty(), 99, 1000, List.of());
    }
}
