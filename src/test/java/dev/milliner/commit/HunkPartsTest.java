package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Severity;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.TextDifference;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever parts are staged, each component is what it was or what it is, and the parts are known again. */
class HunkPartsTest {
    private static final long SEED = Long.getLong("milliner.seed", 20261130);
    private static final int ROUNDS = Integer.getInteger("milliner.rounds", 400);
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final DistroLoader loader = new DistroLoader(Map.of());

    @Test
    void anyChoiceOfPartsMeansWhatItSays() {
        int divided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String before = list();
            String after = list();
            List<String> old = ByteLines.of(bytes(before)).texts();
            List<String> now = ByteLines.of(bytes(after)).texts();
            List<Hunk> hunks = hunk(bytes(before), bytes(after));
            List<Hunk> parts = HunkParts.of("list.comp.toml", old, now, hunks);
            divided += parts.size() > hunks.size() ? 1 : 0;
            Set<Integer> chosen = some(parts.size());
            byte[] made = ByteLines.of(bytes(before)).with(parts, chosen, ByteLines.of(bytes(after)));
            String staged = new String(made, StandardCharsets.UTF_8);
            assertEachIsOneOrTheOther(before, after, staged);
            Optional<Set<Integer>> found =
                    StagedParts.of(old, now, ByteLines.of(made).texts(), parts);
            assertThat(found).as(staged).isPresent();
            byte[] again = ByteLines.of(bytes(before)).with(parts, found.get(), ByteLines.of(bytes(after)));
            assertThat(new String(again, StandardCharsets.UTF_8)).isEqualTo(staged);
            assertThat(ByteLines.of(bytes(before)).with(parts, all(parts.size()), ByteLines.of(bytes(after))))
                    .isEqualTo(bytes(after));
        }
        assertThat(divided).as("hunks that were divided").isGreaterThan(ROUNDS / 4);
    }

    /** From the first difference to the last, so that nothing is taken away in one hunk and put in by another. */
    private static List<Hunk> hunk(byte[] before, byte[] after) {
        List<Hunk> all = TextDifference.between(before, after, false);
        return all.isEmpty()
                ? all
                : List.of(new Hunk(
                        all.getFirst().beforeStart(),
                        all.getLast().beforeEnd(),
                        all.getFirst().afterStart(),
                        all.getLast().afterEnd()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<Integer> all(int size) {
        Set<Integer> all = new TreeSet<>();
        for (int number = 0; number < size; number++) {
            all.add(number);
        }
        return all;
    }

    private Set<Integer> some(int size) {
        Set<Integer> some = all(size);
        some.removeIf(number -> random.nextBoolean());
        return some;
    }

    /** A list of components, each with keys, tables and comments or without. */
    private String list() {
        StringBuilder text = new StringBuilder("[project]\ndescription = \"d\"\n");
        for (String name : NAMES) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                text.append("# about ").append(name).append('\n');
            }
            text.append("[components.").append(name).append("]\n");
            for (String key : List.of("build.with", "build.without")) {
                if (random.nextBoolean()) {
                    text.append(key).append(random.nextBoolean() ? " = [\"x\"]\n" : " = [\n  \"x\",\n  \"y\",\n]\n");
                }
            }
            if (random.nextInt(4) == 0) {
                text.append("[components.")
                        .append(name)
                        .append(".build.defines]\nv = \"")
                        .append(random.nextInt(2))
                        .append("\"\n");
            }
            if (random.nextInt(3) == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void assertEachIsOneOrTheOther(String before, String after, String staged) {
        Map<String, String> then = values(before);
        Map<String, String> is = values(after);
        Map<String, String> made = values(staged);
        for (String name : NAMES) {
            List<String> either = new ArrayList<>();
            either.add(then.getOrDefault(name, "none"));
            either.add(is.getOrDefault(name, "none"));
            String one = made.getOrDefault(name, "none");
            // A part of a component may be staged: each of its lines is of one side.
            Set<String> lines = new TreeSet<>(List.of(String.join("\n", either).split("\n")));
            assertThat(lines)
                    .as("%s of%n%s%nbetween%n%s%nand%n%s", name, staged, before, after)
                    .containsAll(List.of(one.split("\n")));
        }
    }

    private Map<String, String> values(String text) {
        Distro distro = loader.load(new BufferTree(new DiskTree(folder), Map.of("azldev.toml", text)));
        assertThat(distro.problems().stream()
                        .filter(one ->
                                one.severity() == Severity.ERROR && !one.code().equals("default-distro")))
                .as(text)
                .isEmpty();
        Map<String, String> values = new TreeMap<>();
        distro.components().forEach((name, component) -> {
            StringBuilder said = new StringBuilder("there");
            component
                    .values()
                    .forEach(value ->
                            said.append('\n').append(value.path()).append(" = ").append(value.value()));
            values.put(name, said.toString());
        });
        return values;
    }
}
