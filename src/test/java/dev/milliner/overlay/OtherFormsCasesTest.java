package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.overlay.derive.OtherForms;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Of every overlay that people wrote: each other form leaves the same bytes, and none is offered that says less. */
class OtherFormsCasesTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private int steps;
    private int withOthers;
    private int texts;
    private int tidied;

    @Test
    void everyOtherFormLeavesTheSameBytes() throws Exception {
        OverlayCases all = OverlayCases.unpack(folder);
        for (Map.Entry<String, JsonNode> one : all.expected().properties()) {
            String name = one.getKey();
            OverlayApplication applied = all.apply(name);
            for (OverlayStep step : applied.steps()) {
                if (step.overlay().isPresent() && step.error().isEmpty()) {
                    look(all.recipe(name).specName(), step);
                }
            }
        }
        System.out.printf(
                "other forms: of %d overlays %d have some; of %d that replace text %d can be tidied%n",
                steps, withOthers, texts, tidied);
        assertThat(withOthers).isGreaterThan(200);
    }

    private void look(String spec, OverlayStep step) throws OverlayException {
        steps++;
        Change present = Change.of(step.overlay().orElseThrow());
        Applier applier = new Applier(spec, path -> java.util.Optional.empty());
        var forms = OtherForms.of(spec, step.before(), step.after());
        withOthers += forms.stream().anyMatch(form -> !form.equals(present)) ? 1 : 0;
        for (Change form : forms) {
            assertThat(applier.apply(form, step.before()))
                    .as("%s for %s", form, present)
                    .isEqualTo(step.after());
        }
        if (present instanceof Change.SearchReplace || present instanceof Change.ReplaceInFiles) {
            texts++;
            tidied += OtherForms.moreTelling(present, spec, step.before(), step.after())
                            .isPresent()
                    ? 1
                    : 0;
        }
    }
}
