package dev.milliner.overlay;

import dev.milliner.source.TreePaths;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The content of a source archive, held in memory: nothing is unpacked onto the disk, so nothing can leave a folder.
 * Paths and links that would lead out are refused even so, as is an archive that unpacks to more than it should.
 *
 * @param format how it is compressed
 * @param entries by path
 */
record SourceArchive(ArchiveFormat format, NavigableMap<String, Entry> entries) {
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 500_000;
    private static final long SUSPICIOUS_BYTES = 64L << 20;
    private static final long MOST_RATIO = 300;

    /** Something in an archive. */
    sealed interface Entry {
        /** A folder with its permission bits. */
        record Folder(int mode) implements Entry {}

        /** A symbolic link. */
        record Link(String target) implements Entry {}

        /** A file. */
        record File(SourceFile file) implements Entry {}
    }

    /**
     * Reads an archive.
     *
     * @throws OverlayException when it is none that azldev takes, or one that no honest upstream makes
     * @throws IOException when it can't be read
     */
    static SourceArchive read(Path archive) throws OverlayException, IOException {
        if (!ArchiveFormat.isArchive(archive.getFileName().toString())) {
            throw new OverlayException("unsupported archive format `" + archive.getFileName() + "`");
        }
        NavigableMap<String, Entry> entries = new TreeMap<>();
        long packedSize = Math.max(1, Files.size(archive));
        try (BufferedInputStream file = new BufferedInputStream(Files.newInputStream(archive))) {
            ArchiveFormat format = ArchiveFormat.of(file);
            try (TarArchiveInputStream tar = new TarArchiveInputStream(format.unpacked(file))) {
                long bytes = 0;
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    bytes += isRegular(entry) ? Math.max(0, size(entry)) : 0;
                    refuseBombs(bytes, packedSize, entries.size());
                    add(entries, entry, tar);
                }
            }
            return new SourceArchive(format, entries);
        }
    }

    private static void refuseBombs(long bytes, long packedSize, int count) throws OverlayException {
        boolean blownUp = bytes > SUSPICIOUS_BYTES && bytes / packedSize > MOST_RATIO;
        if (bytes > MOST_BYTES || count > MOST_ENTRIES || blownUp) {
            throw new OverlayException("the archive unpacks to " + bytes + " bytes in more than " + count
                    + " entries, which is more than a source archive holds");
        }
    }

    private static void add(NavigableMap<String, Entry> entries, TarArchiveEntry entry, InputStream content)
            throws OverlayException, IOException {
        if (entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
            return;
        }
        String path = local(entry.getName(), entry.getName());
        if (entry.isDirectory()) {
            if (!path.equals(".")) {
                entries.put(path, new Entry.Folder(entry.getMode() & 0777));
            }
        } else if (entry.isSymbolicLink()) {
            String target = entry.getLinkName();
            if (target.startsWith("/")) {
                throw new OverlayException("tar symlink `" + path + "` has absolute target `" + target + "`");
            }
            local(TreePaths.join(TreePaths.folder(path), target), path + " -> " + target);
            entries.put(path, new Entry.Link(target));
        } else if (isRegular(entry)) {
            refuseThroughLink(entries, path);
            byte[] bytes = content.readAllBytes();
            entries.put(path, new Entry.File(new SourceFile(bytes, entry.getMode() & 0777)));
        } else {
            throw new OverlayException("tar entry `" + path
                    + "` has unsupported type; only regular files, directories, and symlinks are supported");
        }
    }

    /** With the holes of a sparse file, which take no room in the archive. */
    private static long size(TarArchiveEntry entry) {
        return entry.isSparse() ? entry.getRealSize() : entry.getSize();
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    /** A file that lies behind a link of the same archive would be written wherever the link leads. */
    private static void refuseThroughLink(NavigableMap<String, Entry> entries, String path) throws OverlayException {
        for (String folder : TreePaths.above(path)) {
            if (entries.get(folder) instanceof Entry.Link) {
                throw new OverlayException("tar entry `" + path + "` lies behind the symlink `" + folder + "`");
            }
        }
    }

    private static String local(String name, String what) throws OverlayException {
        String path = TreePaths.clean(name.replaceFirst("/+$", ""));
        if (name.startsWith("/") || path.equals("..") || path.startsWith("../")) {
            throw new OverlayException("tar entry `" + what + "` leads out of the archive: path escapes from parent");
        }
        return path;
    }

    /** The folder that overlays see: the only one at the top, or the top itself. */
    private String root() {
        String first = entries.isEmpty() ? "" : top(entries.firstKey());
        boolean single = entries.keySet().stream().allMatch(path -> top(path).equals(first));
        boolean folder = entries.keySet().stream().anyMatch(path -> path.startsWith(first + "/"));
        return single && (folder || entries.get(first) instanceof Entry.Folder) ? first + "/" : "";
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** The files as overlays see them. */
    Sources files() {
        String root = root();
        TreeMap<String, SourceFile> files = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        entries.forEach((path, entry) -> {
            if (entry instanceof Entry.File(SourceFile file) && path.startsWith(root)) {
                files.put(path.substring(root.length()), file);
            } else if (entry instanceof Entry.Folder && path.startsWith(root)) {
                folders.add(path.substring(root.length()));
            }
        });
        return new Sources(files, folders);
    }

    /** The archive with other files in place of those that overlays see. */
    SourceArchive with(Sources files) {
        String root = root();
        NavigableMap<String, Entry> changed = new TreeMap<>(entries);
        changed.entrySet()
                .removeIf(entry -> entry.getValue() instanceof Entry.File
                        && entry.getKey().startsWith(root)
                        && !files.exists(entry.getKey().substring(root.length())));
        files.files().forEach((path, file) -> changed.put(root + path, new Entry.File(file)));
        return new SourceArchive(format, changed);
    }

    /** Packs it so that the same content gives the same bytes: in the order of names, without times and owners. */
    void write(Path target) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(format.packed(file), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                write(tar, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void write(TarArchiveOutputStream tar, String path, Entry entry) throws IOException {
        TarArchiveEntry header =
                switch (entry) {
                    case Entry.Folder(int mode) -> header(path + "/", TarConstants.LF_DIR, mode);
                    case Entry.Link(String target) -> {
                        TarArchiveEntry link = header(path, TarConstants.LF_SYMLINK, 0777);
                        link.setLinkName(target);
                        yield link;
                    }
                    case Entry.File(SourceFile file) -> {
                        TarArchiveEntry regular = header(path, TarConstants.LF_NORMAL, file.mode());
                        regular.setSize(file.bytes().length);
                        yield regular;
                    }
                };
        tar.putArchiveEntry(header);
        if (entry instanceof Entry.File(SourceFile file)) {
            tar.write(file.bytes());
        }
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry header(String path, byte type, int mode) {
        TarArchiveEntry header = new TarArchiveEntry(path, type);
        header.setMode(mode);
        header.setModTime(0);
        header.setIds(0, 0);
        header.setNames("", "");
        return header;
    }
}
