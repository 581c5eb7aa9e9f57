package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** 500 components over real specs with overlays of all kinds: what azldev makes of each, or why it refuses. */
class OverlayCasesTest {
    private static final Pattern KIND = Pattern.compile("failed to apply `([a-z-]+)` overlay:");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void everyCaseComesOutAsAzldevMakesIt() throws Exception {
        OverlayCases cases = OverlayCases.unpack(folder);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : cases.expected().properties()) {
            OverlayApplication applied = cases.apply(one.getKey());
            assertStepsFollowEachOther(applied.steps());
            boolean wanted = one.getValue().get("ok").asBoolean();
            if (applied.succeeded() != wanted) {
                wrong.add(one.getKey() + ": " + applied.error().orElse("applied, but azldev refuses"));
            } else if (wanted && !texts(applied.result()).equals(golden(cases.root(), one.getKey()))) {
                wrong.add(one.getKey() + ": differs");
            } else if (!wanted
                    && !namesCause(
                            applied.error().orElse(""),
                            one.getValue().get("error").asString())) {
                wrong.add(one.getKey() + ": another cause: " + applied.error().orElse(""));
            }
        }
        assertThat(cases.expected().size()).isEqualTo(500);
        assertThat(wrong).isEmpty();
    }

    /** Each step starts with what the one before left, and only the last may have failed. */
    private static void assertStepsFollowEachOther(List<OverlayStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).index()).isEqualTo(i);
            assertThat(steps.get(i).error().isEmpty() || i == steps.size() - 1).isTrue();
            if (i > 0) {
                assertThat(steps.get(i).before()).isSameAs(steps.get(i - 1).after());
            }
        }
    }

    /** The same kind of overlay, and something that azldev's last message names. */
    private static boolean namesCause(String ours, String azldevs) {
        Matcher kind = KIND.matcher(azldevs);
        if (!kind.find() || !ours.startsWith(kind.group(1) + ": ")) {
            return false;
        }
        Matcher quoted = QUOTED.matcher(azldevs.substring(kind.end()));
        return quoted.results().anyMatch(match -> ours.contains("`" + match.group(1) + "`"));
    }

    private static Map<String, String> texts(Sources sources) {
        Map<String, String> texts = new TreeMap<>();
        sources.files().forEach((path, file) -> texts.put(path, file.text()));
        return texts;
    }

    private static Map<String, String> golden(Path cases, String name) throws IOException {
        Path root = cases.resolve("result").resolve(name);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                texts.put(
                        root.relativize(file).toString(), dev.milliner.spec.ByteText.decode(Files.readAllBytes(file)));
            }
        }
        return texts;
    }
}
