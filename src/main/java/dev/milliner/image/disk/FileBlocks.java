package dev.milliner.image.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as it lies on the disk. */
final class FileBlocks implements Blocks {
    private final FileChannel file;
    private final long size;

    FileBlocks(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.size = file.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int start, int length) throws IOException {
        check(position, length);
        ByteBuffer buffer = ByteBuffer.wrap(into, start, length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position() - start) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
