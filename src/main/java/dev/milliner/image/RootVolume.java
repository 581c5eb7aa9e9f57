package dev.milliner.image;

import java.io.IOException;
import java.util.List;

/** A file system on a disk whose files can be read. */
sealed interface RootVolume permits ErofsVolume, Ext4Volume, SquashVolume {
    /** The number of its partition. */
    int number();

    /** Its kind, such as {@code ext4}. */
    String kind();

    /** Tells whether its kind can be written to at all. */
    boolean isWritable();

    /** Tells whether a path is there, without a leading slash. */
    boolean has(String path) throws IOException;

    /** How a line of fstab may name it. */
    List<String> names();

    /**
     * Reads all of it.
     *
     * @param prefix where it is mounted, without a leading and with a closing slash; empty for the root
     */
    void read(String prefix, RootReading reading) throws IOException;
}
