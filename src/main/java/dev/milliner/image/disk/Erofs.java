package dev.milliner.image.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An erofs file system, read after the kernel's fs/erofs/erofs_fs.h: all its folders and inodes, and the files that are not packed.
 * Whatever its author wrote into it, reading ends: each folder is gone into once, and folders have no more bytes than real ones.
 */
public final class Erofs {
    private static final int SUPERBLOCK = 1024;
    private static final int KNOWN = 0x7F;
    private static final long MOST_FOLDERS = 1L << 30;
    private static final int LARGEST_FOLDER = 64 << 20;
    private static final int LONGEST_TARGET = 4096;

    private final Blocks disk;
    private final int block;
    private final long inodes;
    private final long root;
    private final String id;
    private final String label;
    private long budget = MOST_FOLDERS;

    /**
     * Opens a file system.
     *
     * @throws IOException when it is damaged, or uses what is not read; the message says so
     */
    public Erofs(Blocks disk) throws IOException {
        this.disk = disk;
        ByteBuffer superblock = disk.read(SUPERBLOCK, 128, ByteOrder.LITTLE_ENDIAN);
        int logarithm = superblock.get(12);
        if (logarithm < 9 || logarithm > 16) {
            throw new IOException("its erofs is damaged");
        }
        if ((superblock.getInt(80) & ~KNOWN) != 0 || superblock.getShort(86) != 0) {
            throw new IOException("its erofs has newer features, or parts on other devices, which are not read");
        }
        this.block = 1 << logarithm;
        this.inodes = Integer.toUnsignedLong(superblock.getInt(40)) * block;
        this.root = superblock.getShort(14) & 0xFFFF;
        this.id = new UUID(
                        superblock.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(48),
                        superblock.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(56))
                .toString();
        this.label = Ext4.text(superblock, 64, 16).replaceAll("\0.*", "");
    }

    /** Its UUID. */
    public String id() {
        return id;
    }

    /** Its label; empty where it has none. */
    public String label() {
        return label;
    }

    /** Hears of a file, folder or anything else but the root itself. */
    public interface Visitor {
        /**
         * One of them.
         *
         * @param path without a leading slash
         */
        void found(String path, ErofsInode inode) throws IOException;
    }

    private record Open(String path, ErofsInode inode) {}

    /** Tells a visitor of everything, folders before what is in them. */
    public void walk(Visitor visitor) throws IOException {
        Set<Long> seen = new HashSet<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", inode(root)));
        while (!open.isEmpty()) {
            Open folder = open.pop();
            if (!seen.add(folder.inode().number())) {
                continue;
            }
            for (Map.Entry<String, Long> entry : entries(folder.inode()).entrySet()) {
                String path = folder.path() + entry.getKey();
                ErofsInode inode = inode(entry.getValue());
                visitor.found(path, inode);
                if (inode.isFolder()) {
                    open.push(new Open(path + "/", inode));
                }
            }
        }
    }

    /** The inode of a path; symbolic links are not followed. */
    public Optional<ErofsInode> find(String path) throws IOException {
        ErofsInode at = inode(root);
        for (String name : path.split("/", -1)) {
            Long next = at.isFolder() ? entries(at).get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            at = inode(next);
        }
        return Optional.of(at);
    }

    /** The content of a file that is not packed. */
    public InputStream content(ErofsInode inode) {
        return new ErofsContent(disk, inode, block);
    }

    /** Where a symbolic link points. */
    public String target(ErofsInode inode) throws IOException {
        try (InputStream content = content(inode)) {
            return new String(content.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
        }
    }

    private Map<String, Long> entries(ErofsInode folder) throws IOException {
        budget -= Math.max(folder.size(), block);
        if (folder.isPacked() || folder.size() < 0 || folder.size() > LARGEST_FOLDER || budget < 0) {
            throw new IOException("a folder of its erofs is packed or larger than any");
        }
        try (InputStream content = content(folder)) {
            return ErofsFolder.entries(content.readAllBytes(), block);
        }
    }

    private ErofsInode inode(long number) throws IOException {
        if (number < 0 || number > disk.size() / 32) {
            throw new IOException("its erofs names the inode " + number + ", which it does not have");
        }
        long position = inodes + number * 32;
        int size = (int) Math.clamp(disk.size() - position, 0, ErofsInode.LARGEST);
        if (size < 32) {
            throw new IOException("its erofs names the inode " + number + ", which it does not have");
        }
        byte[] bytes = new byte[ErofsInode.LARGEST];
        disk.read(position, bytes, 0, size);
        return ErofsInode.of(number, position, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
}
