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
 * @param groups its comps.xml, where it has one
 * @param modules its modules.yaml, where it has one
 * @param priority as DNF counts: lower is preferred, 99 is the default
 * @param cost as DNF counts: of repositories of one priority that have the same package the lower is preferred, 1000 is
 *     the default
 * @param remarks what was found on the way and is worth a word, such as an older copy used in place of a new one
 */
public record RepositoryMetadata(
        String id,
        String uri,
        String checksum,
        Path primary,
        Optional<Path> fileLists,
        long fileListsSize,
        Optional<Path> groups,
        Optional<Path> modules,
        int priority,
        int cost,
        List<String> remarks) {
    /** DNF's default priority. */
    public static final int DEFAULT_PRIORITY = 99;

    /** DNF's default cost. */
    public static final int DEFAULT_COST = 1000;

    /** With a list that nobody changes. */
    public RepositoryMetadata {
        remarks = List.copyOf(remarks);
    }

    /** The same with a place among others. */
    public RepositoryMetadata ranked(int newPriority, int newCost) {
        return new RepositoryMetadata(
                id, uri, checksum, primary, fileLists, fileListsSize, groups, modules, newPriority, newCost, remarks);
    }
}
