package dev.milliner.search;

import dev.milliner.ground.Digests;
import dev.milliner.ground.PrivateFiles;
import dev.milliner.search.SpecIndex.Indexed;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** An index as a file in the user's cache; what cannot be read of it is made anew. */
final class SpecIndexFile {
    private static final int MAGIC = 0x4d535831;

    private final Path file;

    /**
     * The index of one tree.
     *
     * @param cache the folder for indexes
     * @param root the tree's root
     */
    SpecIndexFile(Path cache, Path root) {
        file = cache.resolve(
                Digests.of(Digests.sha256(), root.toString().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 24) + ".index");
    }

    /** Reads it; its postings stay on the disk until they are asked for. */
    SpecIndex read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException | BufferUnderflowException | IllegalArgumentException broken) {
            return SpecIndex.EMPTY;
        }
    }

    private static SpecIndex read(ByteBuffer from) {
        if (from.getInt() != MAGIC) {
            return SpecIndex.EMPTY;
        }
        int count = checked(from.getInt(), from.remaining() / 18);
        List<Indexed> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] path = new byte[checked(from.getShort() & 0xffff, from.remaining())];
            from.get(path);
            files.add(new Indexed(new String(path, StandardCharsets.UTF_8), from.getLong(), from.getLong()));
        }
        int keys = checked(from.getInt(), from.remaining() / 8);
        int[] trigrams = new int[keys];
        int[] offsets = new int[keys + 1];
        from.asIntBuffer().get(trigrams).get(offsets);
        from.position(from.position() + 4 * (2 * keys + 1));
        ByteBuffer postings = from.slice();
        return isAscending(offsets) && offsets[keys] == postings.limit()
                ? new SpecIndex(List.copyOf(files), trigrams, offsets, postings)
                : SpecIndex.EMPTY;
    }

    private static boolean isAscending(int[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                return false;
            }
        }
        return offsets[0] >= 0;
    }

    private static int checked(int count, int most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException("The index is broken.");
        }
        return count;
    }

    /** Writes it in one step. */
    void write(SpecIndex index) throws IOException {
        Path folder = PrivateFiles.folder(file.resolveSibling(""));
        Path temporary = Files.createTempFile(folder, "index.", ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
                write(index, out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(SpecIndex index, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(index.files().size());
        for (Indexed one : index.files()) {
            byte[] path = one.path().getBytes(StandardCharsets.UTF_8);
            out.writeShort(path.length);
            out.write(path);
            out.writeLong(one.modified());
            out.writeLong(one.size());
        }
        out.writeInt(index.trigrams().length);
        for (int trigram : index.trigrams()) {
            out.writeInt(trigram);
        }
        for (int offset : index.offsets()) {
            out.writeInt(offset);
        }
        ByteBuffer postings = index.postings().duplicate().rewind();
        byte[] bytes = new byte[postings.remaining()];
        postings.get(bytes);
        out.write(bytes);
    }
}
