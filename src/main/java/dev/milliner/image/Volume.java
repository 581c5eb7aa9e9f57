package dev.milliner.image;

/**
 * A partition.
 *
 * @param number from 1
 * @param kind what it holds, such as {@code ext4} or {@code squashfs}
 * @param place where it is mounted, such as {@code /}; empty where nothing says so
 * @param read whether its files were read
 * @param writable whether its kind can be written to at all
 * @param verity what is known of its hash tree
 */
public record Volume(int number, String kind, String place, boolean read, boolean writable, VolumeVerity verity) {
    /** One without a hash tree. */
    public Volume(int number, String kind, String place, boolean read, boolean writable) {
        this(number, kind, place, read, writable, new VolumeVerity.Absent());
    }

    /** The same with what is known of its hash tree. */
    Volume held(VolumeVerity found) {
        return new Volume(number, kind, place, read, writable, found);
    }

    /** In words, such as {@code partition 2 (erofs)}. */
    public String words() {
        return "partition " + number + " (" + kind + ")";
    }
}
