package dev.milliner.rpm;

import dev.milliner.ground.SafeXml;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The file lists of a repository. They are unpacked once beside the cache and found by where each package starts, because
 * reading hundreds of megabytes of XML for some hundred packages takes a second each time.
 */
public final class FileLists implements AutoCloseable {
    private static final byte[] START = "<package ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "</package>".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_HEAD = 1024;
    private static final int PIECE = 1 << 16;

    /** Of what is unpacked to what is packed, where the repository does not say; real lists stay below 40. */
    private static final long MOST_RATIO = 200;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment text;
    private final Map<String, Long> starts = new HashMap<>();

    /**
     * A file of a package.
     *
     * @param path absolute
     * @param folder whether it is a folder
     */
    public record ListedFile(String path, boolean folder) {}

    private FileLists(Path flat) throws IOException {
        try (FileChannel channel = FileChannel.open(flat)) {
            this.text = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        for (long at = find(START, 0); at >= 0; at = find(START, at + START.length)) {
            int length = (int) Math.min(LONGEST_HEAD, text.byteSize() - at);
            starts.put(key(string(at, length)), at);
        }
    }

    /**
     * Opens the file lists of a repository.
     *
     * @param cache the folder that keeps them unpacked
     * @throws IOException when the repository has none, or they cannot be read
     */
    public static FileLists open(RepositoryMetadata metadata, Path cache) throws IOException {
        Path packed = metadata.fileLists()
                .orElseThrow(() -> new RepositoryException("The repository " + metadata.id() + " has no file lists."));
        Path flat = cache.resolve(metadata.checksum().replaceAll("[^0-9a-f]", "") + ".xml");
        if (!Files.exists(flat)) {
            Files.createDirectories(cache);
            Path temporary = Files.createTempFile(cache, "new", ".xml");
            try (InputStream content =
                    Compression.open(packed, new BufferedInputStream(Files.newInputStream(packed)))) {
                unpack(metadata, packed, content, temporary);
                Files.move(temporary, flat, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
        return new FileLists(flat);
    }

    /** Writes no more than the lists may be, so that a few bytes that unpack to all of a disk do not fill it. */
    private static void unpack(RepositoryMetadata metadata, Path packed, InputStream content, Path into)
            throws IOException {
        boolean declared = metadata.fileListsSize() >= 0;
        long most = declared ? metadata.fileListsSize() : Files.size(packed) * MOST_RATIO + PIECE;
        long free = Files.getFileStore(into).getUsableSpace();
        if (declared && most > free) {
            throw new RepositoryException("The file lists of " + metadata.id() + " unpack to " + most
                    + " bytes, and only " + free + " are free in " + into.getParent() + ".");
        }
        long written = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(into)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                written += read;
                if (written > most) {
                    throw new RepositoryException("The file lists of " + metadata.id() + " unpack to more than the "
                            + most + " bytes that "
                            + (declared ? "its repomd.xml gives" : "a file of that size can hold")
                            + ", so they are not used.");
                }
                out.write(piece, 0, read);
            }
        }
    }

    /**
     * The files of a package; none where it is not listed.
     *
     * @throws IOException when its part of the lists is no XML
     */
    public List<ListedFile> files(Nevra nevra) throws IOException {
        Long start = starts.get(nevra.name() + "\n" + nevra.architecture() + "\n" + nevra.version());
        if (start == null) {
            return List.of();
        }
        long end = find(END, start);
        if (end < 0) {
            throw new IOException("The file list of " + nevra + " has no end.");
        }
        byte[] part = text.asSlice(start, end + END.length - start).toArray(ValueLayout.JAVA_BYTE);
        try {
            return parse(SafeXml.reader(new ByteArrayInputStream(part)));
        } catch (XMLStreamException broken) {
            throw new IOException("The file list of " + nevra + " is broken.", broken);
        }
    }

    private static List<ListedFile> parse(XMLStreamReader xml) throws XMLStreamException {
        List<ListedFile> files = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("file")) {
                boolean folder = "dir".equals(xml.getAttributeValue(null, "type"));
                files.add(new ListedFile(xml.getElementText(), folder));
            }
        }
        return files;
    }

    private static String key(String head) {
        String version = new Version(number(attribute(head, "epoch")), attribute(head, "ver"), attribute(head, "rel"))
                .toString();
        return attribute(head, "name") + "\n" + attribute(head, "arch") + "\n" + version;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String attribute(String head, String name) {
        int at = head.indexOf(" " + name + "=\"");
        int from = at + name.length() + 3;
        int to = at < 0 ? -1 : head.indexOf('"', from);
        return to < 0 ? "" : head.substring(from, to);
    }

    private String string(long at, int length) {
        byte[] bytes = text.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long find(byte[] wanted, long from) {
        long last = text.byteSize() - wanted.length;
        for (long at = from; at <= last; at++) {
            if (text.get(ValueLayout.JAVA_BYTE, at) == wanted[0] && isAt(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] wanted, long at) {
        for (int i = 1; i < wanted.length; i++) {
            if (text.get(ValueLayout.JAVA_BYTE, at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        arena.close();
    }
}
