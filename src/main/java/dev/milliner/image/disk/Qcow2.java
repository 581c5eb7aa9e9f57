package dev.milliner.image.disk;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A QEMU disk of version 2 or 3, with compressed clusters, after QEMU's description of the format (docs/interop/qcow2). Its
 * tables are read as they are needed, so that their claimed sizes cost no memory.
 */
final class Qcow2 implements Blocks {
    static final int MAGIC = 0x514649FB;

    private static final String FORMAT = "qcow2";
    private static final long OFFSET = 0x00FFFFFFFFFFFE00L;
    private static final long COMPRESSED = 1L << 62;
    private static final int DIRTY = 1;
    private static final int OTHER_COMPRESSION = 1 << 3;
    private static final int TABLES_KEPT = 16;
    private static final int SECTOR = 512;

    private final Blocks file;
    private final long size;
    private final int clusterBits;
    private final int clusterSize;
    private final long table;
    private final boolean zeroClusters;
    private final boolean zstd;
    private final Map<Long, ByteBuffer> tables = new LinkedHashMap<>(TABLES_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
            return size() > TABLES_KEPT;
        }
    };
    private long unpackedEntry;
    private byte[] unpacked = {};

    Qcow2(Blocks file) throws IOException {
        this.file = file;
        ByteBuffer header = file.read(0, 72, ByteOrder.BIG_ENDIAN);
        int version = header.getInt(4);
        if (version != 2 && version != 3) {
            throw new IOException("it is a qcow2 disk of version " + version + ", and versions 2 and 3 are read");
        }
        refuse(header.getInt(32) != 0, "it is encrypted");
        if (header.getLong(8) != 0) {
            throw new ForeignDisk("it is a layer over the disk " + backing(header), FORMAT, backing(header));
        }
        this.clusterBits = header.getInt(20);
        refuse(clusterBits < 9 || clusterBits > 21, "its clusters have a size that no qcow2 disk has");
        this.clusterSize = 1 << clusterBits;
        this.size = header.getLong(24);
        this.table = header.getLong(40);
        long entries = Integer.toUnsignedLong(header.getInt(36));
        refuse(
                size < 0 || table < 0 || entries * Long.BYTES > file.size() - table,
                "its table of clusters is larger than the file");
        refuse(size > entries << (2 * clusterBits - 3), "its table of clusters is too small for its size");
        this.zeroClusters = version == 3;
        this.zstd = version == 3 && features();
    }

    /** Checks what a reader must know; tells whether clusters are packed with zstd. */
    private boolean features() throws IOException {
        ByteBuffer header = file.read(72, 36, ByteOrder.BIG_ENDIAN);
        long needed = header.getLong(0);
        if ((needed & ~(DIRTY | OTHER_COMPRESSION)) != 0) {
            throw new ForeignDisk("it is a qcow2 disk with newer features", FORMAT, "");
        }
        if ((needed & OTHER_COMPRESSION) == 0) {
            return false;
        }
        int kind = header.get(32);
        refuse(kind > 1, "its clusters are packed in a way that is not read");
        return kind == 1;
    }

    private static void refuse(boolean wrong, String words) throws IOException {
        if (wrong) {
            throw new IOException(words + "; 'qemu-img convert -O raw' makes a disk of it that is read");
        }
    }

    private String backing(ByteBuffer header) {
        int length = header.getInt(16);
        try {
            byte[] name = new byte[Math.clamp(length, 0, 1023)];
            file.read(header.getLong(8), name, 0, name.length);
            return new String(name, java.nio.charset.StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
        } catch (IOException damaged) {
            return "(unreadable)";
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int start, int length) throws IOException {
        check(position, length);
        for (int done = 0; done < length; ) {
            long at = position + done;
            int inside = (int) (at & (clusterSize - 1));
            int piece = Math.min(length - done, clusterSize - inside);
            cluster(at >>> clusterBits, inside, into, start + done, piece);
            done += piece;
        }
    }

    private void cluster(long number, int inside, byte[] into, int start, int length) throws IOException {
        int tableBits = clusterBits - 3;
        ByteBuffer first = file.read(table + (number >>> tableBits) * Long.BYTES, Long.BYTES, ByteOrder.BIG_ENDIAN);
        long second = first.getLong(0) & OFFSET;
        long entry = second == 0 ? 0 : entry(second, (int) (number & ((1 << tableBits) - 1)));
        long offset = entry & OFFSET;
        if ((entry & COMPRESSED) != 0) {
            System.arraycopy(unpack(entry), inside, into, start, length);
        } else if (offset == 0 || (zeroClusters && (entry & 1) != 0)) {
            Arrays.fill(into, start, start + length, (byte) 0);
        } else {
            file.read(offset + inside, into, start, length);
        }
    }

    private long entry(long offset, int index) throws IOException {
        ByteBuffer entries = tables.get(offset);
        if (entries == null) {
            entries = file.read(offset, clusterSize, ByteOrder.BIG_ENDIAN);
            tables.put(offset, entries);
        }
        return entries.getLong(index * Long.BYTES);
    }

    private byte[] unpack(long entry) throws IOException {
        if (unpackedEntry == entry) {
            return unpacked;
        }
        int bits = 62 - (clusterBits - 8);
        long offset = entry & ((1L << bits) - 1);
        long sectors = ((entry & ~(3L << 62)) >>> bits) + 1;
        long length = Math.min(sectors * SECTOR - (offset & (SECTOR - 1)), file.size() - offset);
        if (length <= 0) {
            throw new IOException("a cluster lies beyond its end");
        }
        byte[] packed =
                file.read(offset, Math.toIntExact(length), ByteOrder.BIG_ENDIAN).array();
        Inflater inflater = new Inflater(true);
        try (InputStream stream = zstd
                ? new ZstdInputStream(new ByteArrayInputStream(packed))
                : new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            byte[] whole = stream.readNBytes(clusterSize);
            unpacked = Arrays.copyOf(whole, clusterSize);
            unpackedEntry = entry;
            return unpacked;
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
