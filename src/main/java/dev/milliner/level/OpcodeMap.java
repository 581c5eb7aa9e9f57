package dev.milliner.level;

/**
 * What follows the opcodes of x86-64's maps, as the tables of the processors' manuals say: a letter for each of 256.
 * {@code .} nothing; {@code m} a ModRM byte with what it brings; {@code b}, {@code w}, {@code z}, {@code v}, {@code j} a number of one byte, two,
 * four (two with prefix 66), as wide as the register, and always four; {@code M}, {@code Z} ModRM and a number; {@code e}
 * three bytes; {@code o} an address; {@code f}, {@code g} ModRM and a number only for two of its eight instructions; {@code x} no
 * instruction.
 */
enum OpcodeMap {
    /** Opcodes of one byte. */
    ONE("mmmmbzxxmmmmbzxx"
            + "mmmmbzxxmmmmbzxx"
            + "mmmmbzxxmmmmbzxx"
            + "mmmmbzxxmmmmbzxx"
            + "xxxxxxxxxxxxxxxx"
            + "................"
            + "xxxmxxxxzZbM...."
            + "bbbbbbbbbbbbbbbb"
            + "MZxMmmmmmmmmmmmm"
            + "..........x....."
            + "oooo....bz......"
            + "bbbbbbbbvvvvvvvv"
            + "MMw.xxMZe.w..bx."
            + "mmmmxxx.mmmmmmmm"
            + "bbbbbbbbjjxb...."
            + "x.xx..fg......mm"),
    /** Those after 0F. */
    TWO("mmmmx.....x.xm.M"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmxxxxmmmmmmmm"
            + "......x.xxxxxxxx"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "MMMMmmm.mmxxmmmm"
            + "jjjjjjjjjjjjjjjj"
            + "mmmmmmmmmmmmmmmm"
            + "...mMmmm...mMmmm"
            + "mmmmmmmmmmMmmmmm"
            + "mmMmMMMm........"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"),
    /** Those after 0F 38. */
    THREE("m".repeat(256)),
    /** Those after 0F 3A. */
    THREE_WITH_NUMBER("M".repeat(256));

    private final String shapes;

    OpcodeMap(String shapes) {
        this.shapes = shapes;
    }

    /** What follows an opcode of the map. */
    char shape(int opcode) {
        return shapes.charAt(opcode);
    }
}
