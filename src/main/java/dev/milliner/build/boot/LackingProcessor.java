package dev.milliner.build.boot;

import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.Inspector;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Says why a program of a disk died of an illegal instruction.
 *
 * @param plan how the disk was started
 */
record LackingProcessor(BootPlan plan) {
    private static final int NAMED = 3;

    String reason(String line) {
        GuestProcessor processor = plan.processor();
        List<String> lacking = processor.lacks(Level.V3);
        String died = "A program died of an illegal instruction (" + line + "): ";
        if (lacking.isEmpty()) {
            return died + "the processor " + processor.model() + " has all of x86-64-v3"
                    + (processor.lacks(Level.V4).isEmpty()
                            ? ""
                            : ", so the program needs more, such as x86-64-v4, which it lacks");
        }
        return died + "this CPU model, " + processor.model() + ", has no "
                + lacking.getFirst().toUpperCase(Locale.ROOT) + ", " + needed();
    }

    private String needed() {
        try {
            Inspection inspection = Inspector.inspect(plan.disk());
            List<String> built = inspection.packages().stream()
                    .filter(one -> one.level().isShown())
                    .map(Inspected::installed)
                    .map(installed -> installed.name())
                    .toList();
            if (!built.isEmpty()) {
                return "and the image's programs are built for x86-64-v3 (" + named(built) + ")";
            }
            return "and nothing in the image says for which level its programs are built";
        } catch (IOException unreadable) {
            return "and for which level the image's programs are built cannot be read";
        }
    }

    private static String named(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
    }
}
