package dev.milliner.rpm;

import java.util.ArrayList;
import java.util.List;

/**
 * A file as its package's header describes it.
 *
 * @param path absolute
 * @param size in bytes
 * @param mode its kind and permissions, as in {@code st_mode}
 * @param user the owner's name
 * @param group the group's name
 * @param target what it points to; empty unless it is a symbolic link
 * @param program whether rpm found machine code in it
 * @param ghost whether the package only claims the path and brings no file
 */
public record PackagedFile(
        String path, long size, int mode, String user, String group, String target, boolean program, boolean ghost) {
    private static final int GHOST = 1 << 6;
    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;

    /** Tells whether it is an ordinary file. */
    public boolean isRegular() {
        return (mode & KIND) == REGULAR;
    }

    static List<PackagedFile> of(RpmHeader header) {
        List<String> names = header.texts(RpmHeader.BASE_NAMES);
        List<String> folders = header.texts(RpmHeader.DIRECTORY_NAMES);
        List<Long> indexes = header.numbers(RpmHeader.DIRECTORY_INDEXES);
        List<Long> sizes = header.numbers(RpmHeader.FILE_SIZES);
        List<Long> longSizes = header.numbers(RpmHeader.LONG_FILE_SIZES);
        List<Long> modes = header.numbers(RpmHeader.FILE_MODES);
        List<Long> flags = header.numbers(RpmHeader.FILE_FLAGS);
        List<String> users = header.texts(RpmHeader.FILE_USERS);
        List<String> groups = header.texts(RpmHeader.FILE_GROUPS);
        List<String> targets = header.texts(RpmHeader.FILE_TARGETS);
        Programs programs = Programs.of(header);
        List<PackagedFile> files = new ArrayList<>(names.size());
        for (int i = 0; i < names.size() && i < indexes.size(); i++) {
            files.add(new PackagedFile(
                    text(folders, indexes.get(i)) + names.get(i),
                    longSizes.isEmpty() ? Integer.toUnsignedLong((int) number(sizes, i)) : number(longSizes, i),
                    (int) number(modes, i),
                    text(users, i),
                    text(groups, i),
                    text(targets, i),
                    programs.has(i),
                    (number(flags, i) & GHOST) != 0));
        }
        return files;
    }

    /** rpm colours 32 bit code 1 and 64 bit code 2; the class names what {@code file} said. */
    private record Programs(List<Long> colors, List<Long> classes, List<String> names) {
        static Programs of(RpmHeader header) {
            return new Programs(
                    header.numbers(RpmHeader.FILE_COLORS),
                    header.numbers(RpmHeader.FILE_CLASSES),
                    header.texts(RpmHeader.CLASS_NAMES));
        }

        boolean has(int index) {
            String named = index < classes.size() ? text(names, classes.get(index)) : "";
            return number(colors, index) != 0 || named.startsWith("ELF ");
        }
    }

    private static long number(List<Long> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static String text(List<String> texts, long index) {
        return index >= 0 && index < texts.size() ? texts.get((int) index) : "";
    }
}
