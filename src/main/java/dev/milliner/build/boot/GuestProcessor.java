package dev.milliner.build.boot;

import dev.milliner.build.host.HostLevel;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A processor as QEMU gives it to a guest.
 *
 * @param model QEMU's name of it, such as {@code Haswell}
 * @param features what it can do, by the names that Linux gives them; those that the accelerator lacks left out
 */
public record GuestProcessor(String model, Set<String> features) {
    /** A processor of each level whose features QEMU names; what TCG cannot do it leaves out. */
    private static final Map<Level, String> MODELS =
            Map.of(Level.V1, "qemu64", Level.V2, "Nehalem", Level.V3, "Haswell", Level.V4, "Skylake-Server");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** With a set that nobody changes. */
    public GuestProcessor {
        features = Set.copyOf(features);
    }

    /** QEMU's name of a processor of a level. */
    public static String modelOf(Level level) {
        return MODELS.getOrDefault(level, "max");
    }

    /** The highest level that it has all features of. */
    public Level level() {
        return HostLevel.of(features);
    }

    /** What it lacks of a level; the feature that the level is known by comes first. */
    public List<String> lacks(Level level) {
        return HostLevel.missing(level, features);
    }

    /**
     * Asks QEMU what a processor can do.
     *
     * @throws BootException when QEMU does not know it, or does not run
     */
    static GuestProcessor ask(Path qemu, Accelerator accelerator, String model) throws BootException {
        // A name with further features, such as Haswell,-avx2, is one of QEMU's command line and not of its protocol.
        String name = model.replaceFirst(",.*", "");
        List<JsonNode> answers = answers(qemu, accelerator, name);
        Set<String> features = new HashSet<>();
        Set<String> unavailable = new HashSet<>();
        boolean known = false;
        for (JsonNode answer : answers) {
            for (JsonNode one : answer.path("return")) {
                if (one.path("name").asString("").equals(name)) {
                    known = true;
                    one.path("unavailable-features").forEach(feature -> unavailable.add(linux(feature.asString(""))));
                }
            }
            answer.path("return").path("model").path("props").properties().stream()
                    .filter(property -> property.getValue().asBoolean(false))
                    .forEach(property -> features.add(linux(property.getKey())));
        }
        if (!known && !name.equals("host")) {
            throw BootException.ofArtifact("QEMU knows no processor '" + name + "'; '" + qemu.getFileName()
                    + " -cpu help' lists those that it knows.");
        }
        features.removeAll(unavailable);
        for (String change : model.split(",", -1)) {
            if (change.startsWith("-")) {
                features.remove(linux(change.substring(1)));
            }
        }
        return new GuestProcessor(model, features);
    }

    private static List<JsonNode> answers(Path qemu, Accelerator accelerator, String model) throws BootException {
        String questions = "{\"execute\":\"qmp_capabilities\"}{\"execute\":\"query-cpu-definitions\"}"
                + "{\"execute\":\"query-cpu-model-expansion\",\"arguments\":{\"type\":\"full\",\"model\":"
                + JSON.writeValueAsString(Map.of("name", model)) + "}}{\"execute\":\"quit\"}";
        ToolCommand command = ToolCommand.ofUser(List.of(
                qemu.toString(),
                "-accel",
                accelerator.option(),
                "-nodefaults",
                "-display",
                "none",
                "-S",
                "-qmp",
                "stdio"));
        try {
            ToolResult result = ToolRun.within(PATIENCE).of(command, questions);
            if (result instanceof ToolResult.Ended ended) {
                return ended.output().lines().map(JSON::readTree).toList();
            }
            throw new BootException("QEMU " + result.words() + ".");
        } catch (JacksonException failure) {
            throw new BootException("QEMU does not answer: " + failure.getMessage() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BootException("Stopped.");
        }
    }

    private static String linux(String feature) {
        return feature.replace('-', '_').replace('.', '_').replace("lzcnt", "abm");
    }
}
