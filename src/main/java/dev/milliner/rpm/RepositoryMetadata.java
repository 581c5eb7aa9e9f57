package dev.milliner.rpm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A repository's metadata as files of this host, their checksums verified.
 *
 * @param id what the repository is called, unique in a request
 * @param uri where it comes from
 * @param checksum the SHA-256 of its repomd.xml, in hexadecimal: equal metadata has equal checksums
 * @param primary its primary.xml, compressed or not as its suffix says
 * @param fileLists its filelists.xml, where it has one
 * @param fileListsSize how many bytes the file lists are once they are unpacked; -1 where repomd.xml does not say
 * @param priority as DNF counts: lower is preferred, 99 is the default
 * @param remarks what was found on the way and is worth a word, such as an older copy used in place of a new one
 */
public record RepositoryMetadata(
        String id,
        String uri,
        String checksum,
        Path primary,
        Optional<Path> fileLists,
        long fileListsSize,
        int priority,
        List<String> remarks) {
    /** DNF's default priority. */
    public static final int DEFAULT_PRIORITY = 99;

    /** With a list that nobody changes. */
    public RepositoryMetadata {
        remarks = List.copyOf(remarks);
    }
}
