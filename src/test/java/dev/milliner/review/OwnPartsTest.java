package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What of a file may count for a component. */
class OwnPartsTest {
    @Test
    void tablesOfOthersAreLeftOut() {
        String text = """
                includes = ["a"]
                [components.gdb]
                a = 1
                [components.gdb-extra]
                b = 2
                [[components."gdb".overlays]]
                c = 3
                [ components . 'other'.build ]
                d = [
                  "[components.gdb]",
                ]
                e = 1
                [components]
                f = {}
                [component-groups.core]
                g = 1
                """;
        assertThat(OwnParts.of(text, "gdb").strip().lines())
                .containsExactly(
                        "includes = [\"a\"]",
                        "[components.gdb]",
                        "a = 1",
                        "[[components.\"gdb\".overlays]]",
                        "c = 3",
                        "[components]",
                        "f = {}",
                        "[component-groups.core]",
                        "g = 1");
    }

    @Test
    void whatLooksLikeAHeaderInAStringIsNone() {
        String text = "[components.gdb]\nlines = '''\n[components.other]\nmine\n'''\nx = 1\n";
        assertThat(OwnParts.of(text, "gdb").strip()).isEqualTo(text.strip());
        assertThat(OwnParts.of(text, "other")).isEmpty();
    }

    private static boolean differ(String before, String after) {
        return OwnParts.differ(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8), "gdb");
    }

    @Test
    void twoStatesDifferByWhatIsTheComponentsAlone() {
        String list = "[components.a]\n[components.gdb]\nx = 1\n[components.z]\ny = 1\n";
        assertThat(differ(list, list.replace("y = 1", "y = 2"))).isFalse();
        assertThat(differ(list, list.replace("[components.a]\n", ""))).isFalse();
        assertThat(differ(list, list.replace("x = 1", "x = 2"))).isTrue();
        assertThat(differ(list, list.replace("[components.z]\n", ""))).isTrue();
        assertThat(differ(list, list.replace("[components.gdb]\n", ""))).isTrue();
        assertThat(differ(list, "z = 1\n" + list)).isTrue();
        assertThat(differ(list, list.replace("[components.gdb]\nx = 1\n", "") + "[components.gdb]\nx = 1\n"))
                .isFalse();
    }

    @Test
    void namesOfOthersInAGroupsListAreLeftOut() {
        String group = """
                [component-groups.core]
                description = "Core"
                components = [
                    "bash",
                    "gdb",
                    "zlib"
                ]
                [component-groups.core.default-component-config.build]
                without = [
                    "docs",
                ]
                """;
        assertThat(differ(group, group.replace("    \"bash\",\n", ""))).isFalse();
        assertThat(differ(group, group.replace("    \"gdb\",\n", ""))).isTrue();
        assertThat(differ(group, group.replace("\"gdb\"", "\"gdb\", \"more\""))).isTrue();
        assertThat(differ(group, group.replace("\"docs\"", "\"tests\""))).isTrue();
        assertThat(differ(group, group.replace("[component-groups.core]", "[component-groups.base]")))
                .isTrue();
    }

    @Test
    void tablesOfOtherKindsAreLeftOut() {
        String text = "[package-groups.base]\npackages = [\"a\"]\n[images.vm]\nx = 1\n[distros.own]\ny = 1\n";
        assertThat(OwnParts.of(text, "gdb").strip()).isEqualTo("[distros.own]\ny = 1");
    }
}
