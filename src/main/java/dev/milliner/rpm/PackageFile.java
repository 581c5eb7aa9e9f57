package dev.milliner.rpm;

import dev.milliner.ground.FileTrouble;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the header of an RPM package's file. The layout is that of RPM's format version 3 and 4: lead, signature, header. */
public final class PackageFile {
    private static final int LEAD = 96;
    private static final int LEAD_MAGIC = 0xEDABEEDB;
    private static final int HEADER_MAGIC = 0x8EADE801;
    private static final int ENTRY = 16;
    private static final int LARGEST = 256 << 20;

    private PackageFile() {}

    /**
     * What a package's header says of it.
     *
     * @throws IOException when the file cannot be read or is no package
     */
    public static InstalledPackage read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream content = new DataInputStream(new BufferedInputStream(raw))) {
            skipSignature(content, file);
            return InstalledPackage.of(RpmHeader.parse(header(content, file)));
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + " is damaged: " + FileTrouble.words(broken), broken);
        }
    }

    /** Reads up to where the payload begins. */
    static void skipHeaders(DataInputStream content, Path file) throws IOException {
        skipSignature(content, file);
        header(content, file);
    }

    private static void skipSignature(DataInputStream content, Path file) throws IOException {
        byte[] lead = content.readNBytes(LEAD);
        if (lead.length < LEAD || ByteBuffer.wrap(lead).getInt() != LEAD_MAGIC) {
            throw new IOException(file + " is no RPM package.");
        }
        byte[] signature = header(content, file);
        content.skipNBytes((8 - signature.length % 8) % 8);
    }

    /** A header without its magic: the counts, the index and the store. */
    private static byte[] header(DataInputStream content, Path file) throws IOException {
        if (content.readInt() != HEADER_MAGIC) {
            throw new IOException(file + " is no RPM package.");
        }
        content.skipNBytes(Integer.BYTES);
        int entries = content.readInt();
        int store = content.readInt();
        long length = (long) entries * ENTRY + store;
        if (entries < 0 || store < 0 || length > LARGEST) {
            throw new IOException(file + " is damaged: its header has an absurd size.");
        }
        // Read first, as what it claims may be far more than there is.
        byte[] rest = content.readNBytes((int) length);
        if (rest.length < length) {
            throw new EOFException(file + " is cut off within its header.");
        }
        ByteBuffer blob = ByteBuffer.allocate(2 * Integer.BYTES + rest.length);
        return blob.putInt(entries).putInt(store).put(rest).array();
    }
}
