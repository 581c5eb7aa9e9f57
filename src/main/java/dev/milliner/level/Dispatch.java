package dev.milliner.level;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the functions that run only where the processor was asked first: by their names; because a function leads to them that chooses
 * when a program starts (IFUNC), or that asks the processor, or that reads what such a one wrote; and what only those call.
 */
final class Dispatch {
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(^|[._])(avx\\w*|evex\\w*|vaes\\w*|bmi[12]?|fma[34]?|lzcnt|movbe|haswell|skylake\\w*|znver\\d|(arch_)?x86_64_v[34])($|[._].*)");
    private static final int ROUNDS = 8;

    private final ElfFile elf;
    private final FunctionStarts starts;
    private final TreeMap<Integer, CodeFunction> functions = new TreeMap<>();
    private final Set<CodeFunction> chosen = new HashSet<>();
    private boolean asks;

    private Dispatch(ElfFile elf, FunctionStarts starts) {
        this.elf = elf;
        this.starts = starts;
    }

    static Dispatch of(ElfFile elf, FunctionStarts starts, List<CodeFunction> functions) {
        Dispatch dispatch = new Dispatch(elf, starts);
        functions.forEach(one -> dispatch.functions.put(one.start(), one));
        dispatch.find();
        return dispatch;
    }

    private void find() {
        starts.names().forEach((place, name) -> {
            if (NAMES.matcher(name).matches()) {
                choose(place);
            }
        });
        List<CodeFunction> askers = new ArrayList<>();
        for (CodeFunction one : functions.values()) {
            if (one.asks() || starts.choosers().contains(one.start())) {
                askers.add(one);
            }
        }
        asks = !askers.isEmpty() || !chosen.isEmpty() || starts.asksElsewhere();
        askers.addAll(readers(askers));
        for (CodeFunction asker : askers) {
            chosen.add(asker);
            for (long place : asker.leads()) {
                choose((int) place);
            }
        }
        follow();
    }

    private void choose(int place) {
        Map.Entry<Integer, CodeFunction> found = functions.floorEntry(place);
        if (found != null && found.getValue().isBeyond()) {
            chosen.add(found.getValue());
        }
    }

    /** Those that read what the askers wrote. */
    private List<CodeFunction> readers(List<CodeFunction> askers) {
        Set<Long> written = new HashSet<>();
        for (CodeFunction asker : askers) {
            for (long address : asker.used()) {
                if (isVariable(address)) {
                    written.add(address);
                }
            }
        }
        List<CodeFunction> readers = new ArrayList<>();
        if (!written.isEmpty()) {
            for (CodeFunction one : functions.values()) {
                for (long address : one.used()) {
                    if (written.contains(address)) {
                        readers.add(one);
                        break;
                    }
                }
            }
        }
        return readers;
    }

    private boolean isVariable(long address) {
        for (ElfSection section : elf.sections()) {
            boolean named = section.name().startsWith(".data") || section.name().equals(".bss");
            long size = section.type() == ElfSection.NOTHING ? Integer.MAX_VALUE : section.size();
            if (named && address >= section.address() && address < section.address() + size) {
                return true;
            }
        }
        return false;
    }

    /** Takes in what only those lead to that are chosen already. */
    private void follow() {
        Map<CodeFunction, Set<CodeFunction>> callers = new HashMap<>();
        for (CodeFunction one : functions.values()) {
            for (long place : one.leads()) {
                Map.Entry<Integer, CodeFunction> called = functions.floorEntry((int) place);
                if (called != null
                        && called.getValue() != one
                        && called.getValue().isBeyond()) {
                    callers.computeIfAbsent(called.getValue(), none -> new HashSet<>())
                            .add(one);
                }
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean more = false;
            for (Map.Entry<CodeFunction, Set<CodeFunction>> called : callers.entrySet()) {
                more |= chosen.containsAll(called.getValue()) && chosen.add(called.getKey());
            }
            if (!more) {
                return;
            }
        }
    }

    /** What is left to tell. */
    CodeSurvey survey(boolean sampled) {
        int beyond = 0;
        int integers = 0;
        int below = 0;
        int dispatched = 0;
        int damaged = 0;
        int before = 0;
        for (CodeFunction one : functions.values()) {
            boolean left = !chosen.contains(one);
            damaged += one.isDamaged() ? 1 : 0;
            below += one.isBelow() ? 1 : 0;
            beyond += left && one.isBeyond() ? 1 : 0;
            integers += left && one.isOfIntegers() ? 1 : 0;
            before = left && one.isBeyond() ? below : before;
            dispatched += !left && one.isBeyond() ? 1 : 0;
        }
        return new CodeSurvey(functions.size(), beyond, integers, below, before, dispatched, damaged, asks, sampled);
    }
}
