package dev.milliner.build.boot;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** What a console says when a guest dies, or a part of it. */
enum Symptom {
    /** The processor lacks an instruction that a program was compiled for: the shell's, the kernel's and glibc's words. */
    ILLEGAL_INSTRUCTION(
            BootVerdict.Outcome.ILLEGAL_INSTRUCTION,
            List.of(
                    "Illegal instruction",
                    "trap invalid opcode",
                    "invalid opcode: 0000",
                    "Attempted to kill init! exitcode=0x00000004",
                    "CPU ISA level is lower than required",
                    "CPU does not support x86-64-v[234]",
                    "code=(?:killed|dumped), status=4/ILL")),
    /** The kernel gives up. */
    PANIC(BootVerdict.Outcome.KERNEL_PANIC, List.of("Kernel panic - not syncing")),
    /** The host's KVM cannot run the guest. */
    BROKEN_KVM(BootVerdict.Outcome.ENDED, List.of("^KVM internal error", "^error: kvm run failed")),
    /** There is nothing to start. */
    NO_LOADER(
            BootVerdict.Outcome.ENDED,
            List.of(
                    "Missing operating system",
                    "Boot failed: not a bootable disk",
                    "No bootable device",
                    "Could not find kernel image",
                    "Failed to open \\S*vmlinuz"));

    private final BootVerdict.Outcome outcome;
    private final Pattern pattern;

    Symptom(BootVerdict.Outcome outcome, List<String> patterns) {
        this.outcome = outcome;
        this.pattern = Pattern.compile(String.join("|", patterns));
    }

    BootVerdict.Outcome outcome() {
        return outcome;
    }

    /** What a line is a symptom of. */
    static Optional<Symptom> of(String line) {
        for (Symptom one : values()) {
            if (one.pattern.matcher(line).find()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
