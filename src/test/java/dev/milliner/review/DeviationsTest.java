package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.DistroLoader;
import dev.milliner.review.Deviation.Kind;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviationsTest {
    @TempDir
    Path folder;

    @Test
    void theSampleGivesAnAccountOfItself() {
        Deviations deviations = Deviations.of(new DistroLoader().load(new DiskTree(Path.of("sample-distros/bowler"))));
        assertThat(deviations.count(Kind.OVERLAY)).isEqualTo(12);
        assertThat(deviations.count(Kind.LOCAL_SPEC)).isEqualTo(5);
        assertThat(deviations.all())
                .filteredOn(deviation -> deviation.what().equals("without translations"))
                .singleElement()
                .satisfies(deviation -> {
                    assertThat(deviation.component()).isEqualTo("greet");
                    assertThat(deviation.file()).isEqualTo("comps/greet/greet.comp.toml");
                    assertThat(deviation.line()).isEqualTo(5);
                });
    }

    @Test
    void azureLinuxIsCountedAsItsGoldensCountIt() throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        Deviations deviations = Deviations.of(new DistroLoader().load(new DiskTree(folder)));
        assertThat(deviations.components()).isEqualTo(7583);
        assertThat(deviations.count(Kind.OVERLAY)).isEqualTo(233);
        assertThat(deviations.count(Kind.SKIPPED_CHECK)).isEqualTo(187);
        assertThat(deviations.count(Kind.PINNED)).isEqualTo(54);
        assertThat(deviations.count(Kind.LOCAL_SPEC)).isEqualTo(3);
        assertThat(deviations.count(Kind.SOURCE_FILE)).isEqualTo(2);
        assertThat(deviations.all())
                .filteredOn(deviation -> deviation.kind() == Kind.SKIPPED_CHECK)
                .allMatch(Deviation::givesReason);
    }

    @Test
    void whatMaintainersWriteCannotBreakTheDocument() {
        String text = """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                [components.a]
                spec = { type = "local", path = "a.spec" }
                [[components.a.overlays]]
                type = "spec-add-tag"
                tag = "X"
                value = "y"
                description = "<script>alert(1)</script> *bold* | cell"
                """;
        Deviations deviations = Deviations.of(
                new DistroLoader().load(new BufferTree(new DiskTree(folder), Map.of("azldev.toml", text))));
        assertThat(DeviationsReport.html(deviations)).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(DeviationsReport.markdown(deviations))
                .contains("\\<script\\>")
                .contains("\\*bold\\*");
    }
}
