package dev.milliner.level;

/**
 * Steps through 64 bit x86 code: how long each instruction is, what it tells of a level, and where it leads. It knows no more
 * of them than that; what it makes of them is held against {@code objdump}.
 */
final class InstructionReader {
    private static final int ADDRESS_SIZE = 0x67;
    private static final int OPERAND_SIZE = 0x66;
    private static final int REPEAT_NOT = 0xF2;
    private static final int REPEAT = 0xF3;

    private final byte[] code;
    private final int end;
    private int at;
    private int start;
    private int operandPrefix;
    private int repeatPrefix;
    private boolean narrowAddress;
    private boolean wide;
    private int modrm;
    private int reference;
    private boolean refers;
    private boolean calls;
    private boolean whole;
    private Trait trait = Trait.PLAIN;

    /**
     * Reads a stretch.
     *
     * @param code the bytes of which it is one
     * @param from where it begins
     * @param end where it ends
     */
    InstructionReader(byte[] code, int from, int end) {
        this.code = code;
        this.at = from;
        this.start = from;
        this.end = end;
    }

    /** Where the instruction begins, in the bytes. */
    int start() {
        return start;
    }

    /** Where the next one does. */
    int next() {
        return at;
    }

    /** What it tells. */
    Trait trait() {
        return trait;
    }

    /** Tells whether it names a place of the program, relative to itself or as a whole number. */
    boolean refers() {
        return refers;
    }

    /** Tells whether the place that it names is where it calls or jumps to. */
    boolean calls() {
        return calls;
    }

    /** The place, as a distance from {@link #next()}; or a whole address, where {@link #isWhole}. */
    int reference() {
        return reference;
    }

    /** Tells whether {@link #reference} is an address of its own. */
    boolean isWhole() {
        return whole;
    }

    /** Tells whether bytes are left. */
    boolean hasMore() {
        return at < end;
    }

    /**
     * Reads one instruction.
     *
     * @return false where the bytes are none; the next attempt begins a byte later
     */
    boolean read() {
        start = at;
        operandPrefix = 0;
        repeatPrefix = 0;
        narrowAddress = false;
        wide = false;
        refers = false;
        calls = false;
        whole = false;
        modrm = -1;
        trait = Trait.PLAIN;
        boolean good = prefixes() && at <= end;
        if (!good) {
            at = start + 1;
            trait = Trait.PLAIN;
            refers = false;
        }
        return good;
    }

    private int take() {
        return at < end ? code[at++] & 0xFF : (at++ & 0);
    }

    private boolean prefixes() {
        int opcode = take();
        while (isPrefix(opcode) && at - start < 15) {
            operandPrefix |= opcode == OPERAND_SIZE ? 1 : 0;
            narrowAddress |= opcode == ADDRESS_SIZE;
            repeatPrefix = opcode == REPEAT || opcode == REPEAT_NOT ? opcode : repeatPrefix;
            opcode = take();
        }
        if ((opcode & 0xF0) == 0x40) {
            wide = (opcode & 8) != 0;
            opcode = take();
        }
        return switch (opcode) {
            case 0x0F -> escaped();
            case 0xC4 -> longVector();
            case 0xC5 -> shortVector();
            case 0x62 -> widestVector();
            case 0x8F -> (at < end && (code[at] & 0x1F) >= 8) ? oldVendorVector() : one(opcode);
            default -> one(opcode);
        };
    }

    private static boolean isPrefix(int opcode) {
        return switch (opcode) {
            case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, OPERAND_SIZE, ADDRESS_SIZE, 0xF0, REPEAT_NOT, REPEAT -> true;
            default -> false;
        };
    }

    private boolean one(int opcode) {
        if (!operands(OpcodeMap.ONE.shape(opcode))) {
            return false;
        }
        boolean register = modrm >= 0xC0;
        int which = modrm >> 3 & 7;
        if (opcode == 0xD3 && register && operandPrefix == 0 && (which == 4 || which == 5 || which == 7)) {
            trait = Trait.OLD_SHIFT;
        }
        if (opcode == 0xE8 || opcode == 0xE9) {
            refer(number(at - 4), true);
        } else if (((opcode & 0xF8) == 0xB8 && operandPrefix == 0 && !wide) || (opcode == 0xC7 && register)) {
            refer(number(at - 4), false);
            whole = true;
        }
        return true;
    }

    private boolean escaped() {
        int opcode = take();
        if (opcode == 0x38 || opcode == 0x3A) {
            boolean second = opcode == 0x3A;
            int third = take();
            trait = third(second, third);
            return operands((second ? OpcodeMap.THREE_WITH_NUMBER : OpcodeMap.THREE).shape(third));
        }
        if (!operands(OpcodeMap.TWO.shape(opcode))) {
            return false;
        }
        trait = two(opcode);
        if (opcode >= 0x80 && opcode <= 0x8F) {
            refer(number(at - 4), true);
        }
        return true;
    }

    private Trait third(boolean second, int opcode) {
        boolean swaps = !second && (opcode == 0xF0 || opcode == 0xF1);
        if (swaps) {
            return repeatPrefix == REPEAT_NOT ? Trait.PLAIN : Trait.INTEGER;
        }
        return operandPrefix != 0 && opcode < 0xF0 ? Trait.OLD_VECTOR : Trait.PLAIN;
    }

    private Trait two(int opcode) {
        boolean asks = opcode == 0xA2 || (opcode == 0x01 && modrm == 0xD0);
        if (asks) {
            return Trait.ASKS;
        }
        if (opcode == 0xBD && repeatPrefix == REPEAT) {
            return Trait.INTEGER;
        }
        boolean ofVectors = (opcode >= 0x10 && opcode <= 0x17)
                || (opcode >= 0x28 && opcode <= 0x2F)
                || (opcode >= 0x50 && opcode <= 0x5F)
                || opcode == 0xC2
                || opcode == 0xC6;
        boolean shared = (opcode >= 0x60 && opcode <= 0x7F)
                || (opcode >= 0xC4 && opcode <= 0xC5)
                || (opcode >= 0xD0 && opcode <= 0xFE);
        boolean old = ofVectors || (shared && (operandPrefix != 0 || repeatPrefix != 0));
        return old ? Trait.OLD_VECTOR : Trait.PLAIN;
    }

    private boolean shortVector() {
        take();
        return vector(1);
    }

    private boolean longVector() {
        int map = take() & 0x1F;
        take();
        return vector(map);
    }

    private boolean widestVector() {
        int map = take() & 7;
        take();
        take();
        return vector(map);
    }

    /** XOP, which some processors of AMD had; it is of no level. */
    private boolean oldVendorVector() {
        int map = take() & 0x1F;
        take();
        take();
        trait = Trait.VECTOR;
        return switch (map) {
            case 8 -> operands('M');
            case 9 -> operands('m');
            case 10 -> modrm(4);
            default -> false;
        };
    }

    /** Instructions with a VEX or EVEX prefix; their maps have numbers where those of the old encoding have them. */
    private boolean vector(int map) {
        int opcode = take();
        boolean integer = (map == 2 && opcode >= 0xF2 && opcode <= 0xF7) || (map == 3 && opcode == 0xF0);
        trait = integer ? Trait.INTEGER : Trait.VECTOR;
        return switch (map) {
            case 1 -> opcode == 0x77 || operands(OpcodeMap.TWO.shape(opcode) == 'M' ? 'M' : 'm');
            case 2, 5, 6 -> operands('m');
            case 3 -> operands('M');
            default -> false;
        };
    }

    private boolean operands(char shape) {
        return switch (shape) {
            case '.' -> true;
            case 'm' -> modrm(0);
            case 'b' -> skip(1);
            case 'w' -> skip(2);
            case 'e' -> skip(3);
            case 'j' -> skip(4);
            case 'z' -> skip(number());
            case 'v' -> skip(wide ? 8 : number());
            case 'o' -> skip(narrowAddress ? 4 : 8);
            case 'M' -> modrm(1);
            case 'Z' -> modrm(number());
            case 'f' -> modrm(tests() ? 1 : 0);
            case 'g' -> modrm(tests() ? number() : 0);
            default -> false;
        };
    }

    /** How wide a number is that follows. */
    private int number() {
        return operandPrefix != 0 && !wide ? 2 : 4;
    }

    private boolean tests() {
        return at < end && (code[at] >> 3 & 7) < 2;
    }

    private boolean skip(int bytes) {
        at += bytes;
        return true;
    }

    private boolean modrm(int after) {
        modrm = take();
        int mode = modrm >> 6;
        int base = modrm & 7;
        if (mode == 3) {
            return skip(after);
        }
        boolean relative = mode == 0 && base == 5;
        boolean absolute = false;
        if (base == 4) {
            int index = take();
            base = index & 7;
            absolute = mode == 0 && index == 0x25;
        }
        int displacement =
                switch (mode) {
                    case 0 -> base == 5 ? 4 : 0;
                    case 1 -> 1;
                    default -> 4;
                };
        at += displacement;
        if (relative || absolute) {
            refer(number(at - 4), false);
            whole = absolute;
        }
        return skip(after);
    }

    private void refer(int distance, boolean call) {
        refers = true;
        calls = call;
        reference = distance;
    }

    private int number(int place) {
        if (place < start || place + 4 > end) {
            return 0;
        }
        return (code[place] & 0xFF)
                | (code[place + 1] & 0xFF) << 8
                | (code[place + 2] & 0xFF) << 16
                | code[place + 3] << 24;
    }
}
