package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.comps.PackageType;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the solver is asked for collections and modules of a description. */
class PackageRequestTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<SolvePhase> phases(String manager, String pattern, Set<String> left) throws IOException {
        String text = """
                <image schemaversion="8.0" name="g">
                  <preferences><version>1.0.0</version><packagemanager>%s</packagemanager><type image="docker"/></preferences>
                  <packages type="bootstrap">
                    <package name="filesystem"/><namedCollection name="base"/>
                    <collectionModule name="nodejs" stream="20"/><collectionModule name="perl" enable="false"/>
                  </packages>
                  <packages type="image" patternType="%s">
                    <package name="vim"/><namedCollection name="core"/><collectionModule name="ruby"/>
                  </packages>
                </image>
                """.formatted(manager, pattern);
        KiwiDocument document =
                KiwiDocument.read(new BufferTree(new DiskTree(folder), Map.of("g.kiwi", text)), "g.kiwi");
        return PackageRequest.of(new KiwiSelection(document, List.of(), "x86_64"), left)
                .installs();
    }

    @Test
    void collectionsAreAskedForAndModulesSwitchedAsKiwiDoes() throws IOException {
        List<SolvePhase> phases = phases("dnf4", "onlyRequired", Set.of());
        assertThat(phases)
                .extracting(SolvePhase::install)
                .containsExactly(List.of("@base", "dnf", "filesystem"), List.of("@core", "vim"));
        for (SolvePhase phase : phases) {
            assertThat(phase.settings().generation()).isEqualTo(DnfGeneration.DNF4);
            assertThat(phase.settings().enable()).containsExactly("nodejs:20");
            assertThat(phase.settings().disable()).containsExactly("perl");
            assertThat(phase.settings().groupTypes()).contains(PackageType.DEFAULT);
        }
    }

    @Test
    void ofGroupsDnf5TakesWhatKiwiTellsIt() throws IOException {
        List<SolvePhase> required = phases("dnf5", "onlyRequired", Set.of());
        assertThat(required.getLast().settings().generation()).isEqualTo(DnfGeneration.DNF5);
        assertThat(required.getLast().settings().groupTypes()).containsExactly(PackageType.MANDATORY);
        assertThat(phases("dnf5", "plusRecommended", Set.of())
                        .getLast()
                        .settings()
                        .groupTypes())
                .hasSize(3);
    }

    @Test
    void whatIsUnknownIsLeftOut() throws IOException {
        SolvePhase image =
                phases("dnf5", "onlyRequired", Set.of("@core", "nodejs:20")).getLast();
        assertThat(image.install()).containsExactly("vim");
        assertThat(image.settings().enable()).isEmpty();
    }
}
