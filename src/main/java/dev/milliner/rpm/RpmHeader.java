package dev.milliner.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of an RPM package as its database keeps it: an index of tags and a store of their data, big-endian. Follows
 * the format's description in rpm's manual (docs/manual/format_header).
 */
public final class RpmHeader {
    /** Numbers of tags, from rpm's rpmtag.h. */
    static final int NAME = 1000;

    static final int VERSION = 1001;
    static final int RELEASE = 1002;
    static final int EPOCH = 1003;
    static final int SIZE = 1009;
    static final int LONG_SIZE = 5009;
    static final int LICENSE = 1014;
    static final int ARCHITECTURE = 1022;
    static final int SOURCE_RPM = 1044;
    static final int OPTION_FLAGS = 1122;
    static final int VENDOR = 1011;
    static final int FILE_SIZES = 1028;
    static final int LONG_FILE_SIZES = 5008;
    static final int FILE_MODES = 1030;
    static final int FILE_TARGETS = 1036;
    static final int FILE_FLAGS = 1037;
    static final int FILE_USERS = 1039;
    static final int FILE_GROUPS = 1040;
    static final int FILE_COLORS = 1140;
    static final int FILE_CLASSES = 1141;
    static final int CLASS_NAMES = 1142;
    static final int DIRECTORY_INDEXES = 1116;
    static final int BASE_NAMES = 1117;
    static final int DIRECTORY_NAMES = 1118;

    private static final int ENTRY_LENGTH = 16;
    private static final int INT16 = 3;
    private static final int INT32 = 4;
    private static final int INT64 = 5;

    private final byte[] blob;
    private final ByteBuffer bytes;
    private final int store;
    private final Map<Integer, Entry> entries;

    private record Entry(int type, int offset, int count) {}

    private RpmHeader(byte[] blob, ByteBuffer bytes, int store, Map<Integer, Entry> entries) {
        this.blob = blob;
        this.bytes = bytes;
        this.store = store;
        this.entries = entries;
    }

    /**
     * Reads a header.
     *
     * @param blob the number of index entries, the store's length, the index, the store
     * @throws IllegalArgumentException where the bytes are no header
     */
    public static RpmHeader parse(byte[] blob) {
        ByteBuffer bytes = ByteBuffer.wrap(blob);
        if (blob.length < 2 * Integer.BYTES) {
            throw new IllegalArgumentException("an RPM header has at least 8 bytes");
        }
        int count = bytes.getInt(0);
        long store = 2L * Integer.BYTES + (long) count * ENTRY_LENGTH;
        if (count < 0 || store > blob.length) {
            throw new IllegalArgumentException("an RPM header's index is longer than the header");
        }
        Map<Integer, Entry> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int at = 2 * Integer.BYTES + i * ENTRY_LENGTH;
            entries.put(bytes.getInt(at), new Entry(bytes.getInt(at + 4), bytes.getInt(at + 8), bytes.getInt(at + 12)));
        }
        return new RpmHeader(blob, bytes, (int) store, entries);
    }

    /** The text of a tag; empty where it is not there. */
    String text(int tag) {
        List<String> texts = texts(tag);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** The texts of a tag. */
    List<String> texts(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || width(entry) > 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        int at = start(entry);
        for (int i = 0; i < entry.count() && at < bytes.limit(); i++) {
            int end = at;
            while (end < bytes.limit() && bytes.get(end) != 0) {
                end++;
            }
            texts.add(new String(blob, at, end - at, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return texts;
    }

    /** The numbers of a tag; those of 16 bits count as unsigned. */
    List<Long> numbers(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || width(entry) == 0) {
            return List.of();
        }
        int at = start(entry);
        int width = width(entry);
        if (entry.count() < 0 || (long) entry.count() * width > bytes.limit() - at) {
            throw new IllegalArgumentException("tag " + tag + " of an RPM header runs over its end");
        }
        List<Long> numbers = new ArrayList<>(entry.count());
        for (int i = 0; i < entry.count(); i++) {
            numbers.add(number(at + i * width, width));
        }
        return numbers;
    }

    private long number(int at, int width) {
        return switch (width) {
            case Short.BYTES -> Short.toUnsignedLong(bytes.getShort(at));
            case Integer.BYTES -> bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    /** How many bytes a number takes; 0 for what is no number. */
    private static int width(Entry entry) {
        return switch (entry.type()) {
            case INT16 -> Short.BYTES;
            case INT32 -> Integer.BYTES;
            case INT64 -> Long.BYTES;
            default -> 0;
        };
    }

    private int start(Entry entry) {
        long at = (long) store + entry.offset();
        if (at < store || at > bytes.limit()) {
            throw new IllegalArgumentException("a tag of an RPM header lies outside of it");
        }
        return (int) at;
    }
}
