package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows only from another problem stands below it: one fault in a sound tree has one cause, whatever else it brings. */
class CausesTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler").toAbsolutePath();

    private record Faulty(String file, int line, String text) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static final String DISTRO = """
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1]
            release-ver = "1"
            """;

    private List<Caused> causes(String... files) throws IOException {
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(folder.resolve(files[i]), files[i + 1]);
        }
        return new DistroLoader().load(new DiskTree(folder)).causes();
    }

    private static List<String> codes(List<Caused> causes) {
        return causes.stream()
                .map(caused -> caused.problem().code()
                        + caused.follow().stream().map(Problem::code).toList())
                .toList();
    }

    @Test
    void whatAValueOfAWrongTypeLeavesOutFollowsFromIt() throws Exception {
        assertThat(codes(causes("azldev.toml", DISTRO + """
                        [components.a]
                        [[components.a.overlays]]
                        type = "spec-set-tag"
                        tag = "Version"
                        value = 1.0
                        [[components.a.overlays]]
                        type = "spec-set-tag"
                        tag = "Version"
                        """)))
                .containsExactly("wrong-type[overlay-field]", "overlay-field[]");
    }

    @Test
    void aKeyIsMissingBecauseItsLineIsBrokenOrItIsMisspelt() throws Exception {
        String overlay = DISTRO + """
                [components.a]
                [[components.a.overlays]]
                type = "spec-search-replace"
                %s
                replacement = "x"
                """;
        for (String line : List.of("regex = \"^gcc", "regex \"^gcc\"", "regex = ^gcc", "regex = \"\\.\"")) {
            assertThat(codes(causes("azldev.toml", overlay.formatted(line))))
                    .as(line)
                    .containsExactly("toml-syntax[overlay-field]");
        }
        assertThat(codes(causes("azldev.toml", overlay.formatted("rgex = \"^gcc\""))))
                .containsExactly("unknown-key[overlay-field]");
        assertThat(codes(causes("azldev.toml", overlay.formatted("section = \"^gcc"))))
                .containsExactlyInAnyOrder("toml-syntax[]", "overlay-field[]");
    }

    @Test
    void whatAnUnreadableFileDefinesIsMissedBecauseOfIt() throws Exception {
        assertThat(codes(causes(
                        "azldev.toml",
                        "includes = [\"more.toml\"]\n" + DISTRO
                                + "[component-groups.g]\ncomponents = [\"hat\", \"cap\"]\n",
                        "more.toml",
                        "[components.hat\ndescription = 1\n")))
                .containsExactly("group-member[]", "toml-syntax[group-member]");
    }

    @Test
    void oneFaultInASoundTreeHasOneCause() throws Exception {
        DistroLoader loader = new DistroLoader();
        DiskTree disk = new DiskTree(SAMPLE);
        Distro sound = loader.load(disk);
        List<Faulty> faulty = new ArrayList<>();
        for (String file : sound.files()) {
            List<String> lines = Files.readAllLines(SAMPLE.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.matches("[\\w.-]+ *= *\"[^\"]*\"")) {
                    faulty.add(new Faulty(file, i + 1, line.replaceFirst("=.*", "= 3.5")));
                } else if (line.matches("\\[[\\w.-]+\\]")) {
                    faulty.add(new Faulty(file, i + 1, line.substring(0, line.length() - 1)));
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Faulty one : faulty) {
            List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE.resolve(one.file())));
            lines.set(one.line() - 1, one.text());
            List<Caused> found = loader.load(new BufferTree(disk, Map.of(one.file(), String.join("\n", lines))))
                    .causes();
            long roots = found.stream()
                    .filter(caused -> caused.problem().severity() == Severity.ERROR)
                    .count();
            if (roots != 1) {
                wrong.add(one + " " + codes(found));
            }
        }
        assertThat(faulty).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }
}
