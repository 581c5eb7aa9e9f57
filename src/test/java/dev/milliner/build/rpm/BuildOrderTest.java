package dev.milliner.build.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.rpm.BuildOrder.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes a requirement is built before what requires it, and rings are opened. */
class BuildOrderTest {
    private static Links links(Set<String> makes, String... requires) {
        return new Links(makes, Set.of(requires), Set.of());
    }

    @Test
    void makersComeFirst() {
        Map<String, Links> all = new LinkedHashMap<>();
        all.put("app", links(Set.of("app"), "lib-devel", "make"));
        all.put("lib", links(Set.of("lib", "lib-devel", "pkgconfig(lib)"), "lib"));
        all.put("tool", links(Set.of("tool"), "pkgconfig(lib)", "app"));
        BuildOrder order = BuildOrder.of(all);
        assertThat(order.needs())
                .isEqualTo(Map.of("app", Set.of("lib"), "lib", Set.of(), "tool", Set.of("app", "lib")));
        assertThat(order.cycles()).isEmpty();
    }

    @Test
    void ringsAreOpenedAndSaid() {
        Map<String, Links> all = new LinkedHashMap<>();
        all.put("a", links(Set.of("a"), "b"));
        all.put("b", links(Set.of("b"), "c"));
        all.put("c", links(Set.of("c"), "a"));
        all.put("d", links(Set.of("d"), "c"));
        BuildOrder order = BuildOrder.of(all);
        assertThat(order.cycles()).containsExactly(List.of("a", "b", "c"));
        assertThat(order.needs().get("c")).isEmpty();
        assertThat(order.needs().get("a")).containsExactly("b");
    }

    @Test
    void whatIsInstalledBringsWhatItRequires() {
        Map<String, Links> all = new LinkedHashMap<>();
        all.put("app", links(Set.of("app"), "lib-devel"));
        all.put("lib", new Links(Set.of("lib-devel"), Set.of(), Set.of("data", "app")));
        all.put("data", new Links(Set.of("data"), Set.of(), Set.of("fonts")));
        all.put("fonts", links(Set.of("fonts"), "tool"));
        all.put("tool", links(Set.of("tool")));
        BuildOrder order = BuildOrder.of(all);
        assertThat(order.cycles()).isEmpty();
        assertThat(order.needs().get("app")).containsExactlyInAnyOrder("lib", "data", "fonts");
        assertThat(order.before("app")).containsExactlyInAnyOrder("lib", "data", "fonts", "tool");
        assertThat(order.before("lib")).isEmpty();
    }
}
