package dev.milliner.level;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads the code of an ELF file function by function. Of much code, stretches are read that lie evenly in it. */
final class CodeReader {
    /** So much is read of a file's code at most; it takes a tenth of a second. */
    private static final int MOST_CODE = 16 << 20;

    private static final int STRETCH = 1 << 16;
    private static final int ALIGNMENT = 16;

    private final ElfFile elf;
    private final FunctionStarts starts;
    private final List<CodeFunction> functions = new ArrayList<>();
    private final long size;

    private CodeReader(ElfFile elf) {
        this.elf = elf;
        this.starts = FunctionStarts.of(elf);
        this.size = elf.code().stream().mapToLong(ElfSection::size).sum();
    }

    /** What the code of a file shows. */
    static CodeSurvey survey(ElfFile elf) {
        CodeReader reader = new CodeReader(elf);
        elf.code().stream()
                .filter(section -> !section.name().startsWith(".plt"))
                .forEach(reader::section);
        return Dispatch.of(elf, reader.starts, reader.functions).survey(reader.size > MOST_CODE);
    }

    private void section(ElfSection section) {
        NavigableSet<Integer> known = new TreeSet<>(starts.all().subSet(section.offset(), section.end()));
        boolean guessed = known.isEmpty();
        known.add(section.offset());
        int every = (int) (size / MOST_CODE) + 1;
        for (int start : known) {
            Integer next = known.higher(start);
            if (guessed || (start - section.offset()) / STRETCH % every == 0) {
                read(section, start, next == null ? section.end() : next, guessed, every);
            }
        }
    }

    /** Where no starts are known, a function is taken to begin at what is aligned after what does not go on. */
    private void read(ElfSection section, int start, int end, boolean guessed, int every) {
        InstructionReader code = new InstructionReader(elf.bytes(), start, end);
        CodeFunction function = new CodeFunction(start);
        boolean ended = false;
        while (code.hasMore()) {
            long inside = (long) code.next() - section.offset();
            boolean begins = guessed && ended && (section.address() + inside) % ALIGNMENT == 0;
            if (begins) {
                functions.add(function);
                function = new CodeFunction(code.next());
            }
            boolean good = code.read();
            if (!guessed || inside / STRETCH % every == 0) {
                take(section, function, code, good);
            }
            ended = ends(elf.bytes()[code.start()], ended);
        }
        functions.add(function);
    }

    private static boolean ends(byte opcode, boolean before) {
        return switch (opcode & 0xFF) {
            case 0xC3, 0xCC, 0xE9, 0xEB -> true;
            case 0x90, 0x66, 0x0F -> before;
            default -> false;
        };
    }

    private void take(ElfSection section, CodeFunction function, InstructionReader code, boolean good) {
        if (!good) {
            function.damage();
            return;
        }
        function.count(code.trait());
        if (!code.refers() || elf.isObject()) {
            return;
        }
        long after = section.address() + code.next() - section.offset();
        long address = code.isWhole() ? code.reference() & 0xFFFFFFFFL : after + code.reference();
        boolean same = address >= section.address() && address < section.address() + section.size();
        int place = same ? (int) (section.offset() + address - section.address()) : starts.place(address);
        if (place >= 0) {
            function.leadsTo(place);
        } else {
            function.uses(address);
        }
    }
}
