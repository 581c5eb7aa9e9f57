package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.PlanOptions;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.client.PackageSolver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that changes what an image asks for changes what it would hold of a repository. */
class ImageContentTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatAnImageWouldHoldIsComparedAndTold() throws Exception {
        AzureLinuxHistory history = AzureLinuxHistory.in(folder);
        String repository =
                SharedMaterial.folder().resolve("corpus/rpm-metadata/scale").toString();
        RepositoryMetadata metadata = new Repositories().get("scale", repository, RepositoryMetadata.DEFAULT_PRIORITY);
        Review review = history.review("ca652cc0");
        assertThat(review.contents()).isEmpty();
        PlanOptions options = new PlanOptions(List.of(metadata), List.of(), "x86_64");
        try (PackageSolver solver = new PackageSolver()) {
            Review whole = review.with(ImageContent.of(review, options, solver));
            assertThat(whole.contents()).singleElement().isInstanceOfSatisfying(ImageContent.Known.class, known -> {
                assertThat(known.image()).isEqualTo("vm-base");
                assertThat(known.difference().changes())
                        .extracting(ImageDifference.Change::name)
                        .containsExactly("elfutils-default-yama-scope");
                assertThat(known.difference().growth()).isEqualTo(-2000);
            });
            assertThat(Story.of(whole).glance()).contains("vm-base −2.0 kB; vm-base asks for 1 less");
        }
    }
}
