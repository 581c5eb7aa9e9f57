package dev.milliner.command;

import dev.milliner.build.boot.BootPlan;
import dev.milliner.build.boot.BootVerdict;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether a disk started, as JSON. */
final class BootJson {
    private BootJson() {}

    static ObjectNode of(BootPlan plan, BootVerdict verdict) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "outcome",
                        verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("reason", verdict.reason())
                .put("line", verdict.line())
                .put("seconds", verdict.duration().toMillis() / 1000.0)
                .put("cpu", plan.processor().model())
                .put("level", plan.processor().level().shortName())
                .put("accelerator", plan.accelerator().option());
        plan.command().forEach(node.putArray("command")::add);
        return node;
    }
}
