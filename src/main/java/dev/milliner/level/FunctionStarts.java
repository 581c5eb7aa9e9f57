package dev.milliner.level;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the functions of an ELF file begin: by its symbols, and by the table for unwinding, which stays where symbols are stripped.
 * Places are those in the file.
 */
final class FunctionStarts {
    private static final int SYMBOL_SIZE = 24;
    private static final int RELOCATION_SIZE = 24;
    private static final int FUNCTION = 2;
    private static final int CHOSEN_FUNCTION = 10;
    private static final int RELOCATION_TO_CHOSEN = 37;

    /** What GCC's and glibc's libraries found out of the processor, by the names that programs ask for it. */
    private static final Set<String> ANSWERS = Set.of(
            "__cpu_model",
            "__cpu_features2",
            "__cpu_indicator_init",
            "__get_cpu_features",
            "__x86_get_cpuid_feature_leaf");

    private final ElfFile elf;
    private final ByteBuffer bytes;
    private boolean asksElsewhere;
    private final NavigableSet<Integer> all = new TreeSet<>();
    private final NavigableSet<Integer> choosers = new TreeSet<>();
    private final NavigableMap<Integer, String> names = new TreeMap<>();

    private FunctionStarts(ElfFile elf) {
        this.elf = elf;
        this.bytes = elf.buffer();
    }

    static FunctionStarts of(ElfFile elf) {
        FunctionStarts starts = new FunctionStarts(elf);
        for (ElfSection section : elf.sections()) {
            switch (section.type()) {
                case ElfSection.SYMBOLS, ElfSection.DYNAMIC_SYMBOLS -> starts.symbols(section);
                case ElfSection.RELOCATIONS -> starts.relocations(section);
                default -> {}
            }
        }
        if (!elf.isObject()) {
            elf.section(".eh_frame").ifPresent(starts::unwinding);
        }
        return starts;
    }

    /** All that are known, in order. */
    NavigableSet<Integer> all() {
        return all;
    }

    /** Those that choose others when a program starts. */
    NavigableSet<Integer> choosers() {
        return choosers;
    }

    /** Tells whether it asks another file for what was found out of the processor. */
    boolean asksElsewhere() {
        return asksElsewhere;
    }

    /** Their names, of those that have one. */
    Map<Integer, String> names() {
        return names;
    }

    /** The place in the file of an address of code, or -1. */
    int place(long address) {
        for (ElfSection section : elf.code()) {
            if (address >= section.address() && address < section.address() + section.size()) {
                return (int) (section.offset() + address - section.address());
            }
        }
        return -1;
    }

    private void symbols(ElfSection table) {
        int text = table.link() >= 0 && table.link() < elf.sections().size()
                ? elf.sections().get(table.link()).offset()
                : elf.bytes().length;
        for (int at = table.offset(); at + SYMBOL_SIZE <= table.end(); at += SYMBOL_SIZE) {
            int type = bytes.get(at + 4) & 0xF;
            int section = bytes.getShort(at + 6) & 0xFFFF;
            boolean function = type == FUNCTION || type == CHOSEN_FUNCTION;
            asksElsewhere |= section == 0 && ANSWERS.contains(elf.text((long) text + bytes.getInt(at)));
            if (function && section > 0 && section < elf.sections().size()) {
                int place = symbol(elf.sections().get(section), bytes.getLong(at + 8));
                if (place >= 0) {
                    all.add(place);
                    names.putIfAbsent(place, elf.text((long) text + bytes.getInt(at)));
                    if (type == CHOSEN_FUNCTION) {
                        choosers.add(place);
                    }
                }
            }
        }
    }

    private int symbol(ElfSection section, long value) {
        long inside = elf.isObject() ? value : value - section.address();
        return section.isCode() && inside >= 0 && inside < section.size() ? section.offset() + (int) inside : -1;
    }

    private void relocations(ElfSection table) {
        if (elf.isObject()) {
            return;
        }
        for (int at = table.offset(); at + RELOCATION_SIZE <= table.end(); at += RELOCATION_SIZE) {
            if ((int) bytes.getLong(at + 8) == RELOCATION_TO_CHOSEN) {
                int place = place(bytes.getLong(at + 16));
                if (place >= 0) {
                    all.add(place);
                    choosers.add(place);
                }
            }
        }
    }

    /** Each entry names where its function begins, as a distance from that very place; others are headers. */
    private void unwinding(ElfSection table) {
        int at = table.offset();
        while (at + 12 <= table.end()) {
            int length = bytes.getInt(at);
            if (length <= 0) {
                return;
            }
            if (bytes.getInt(at + 4) != 0) {
                long address = table.address() + (at + 8 - table.offset()) + bytes.getInt(at + 8);
                int place = place(address);
                if (place >= 0) {
                    all.add(place);
                }
            }
            at = Math.addExact(at, Math.addExact(length, 4));
        }
    }
}
