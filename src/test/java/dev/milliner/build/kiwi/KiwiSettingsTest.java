package dev.milliner.build.kiwi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.run.BuildFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two forms of KIWI's configuration, and either maker of containers. */
class KiwiSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path path;

    @ParameterizedTest
    @CsvSource({"true, umoci, '  compress', '  archive_tool'", "false, buildah, '  - compress', '  - archive_tool'"})
    void eachVersionGetsItsOwnForm(boolean mappings, String tool, String compress, String archive) throws Exception {
        BuildFolder folder = new BuildFolder(path);
        new KiwiSettings(mappings, tool).write(folder);
        assertThat(folder.home().resolve(".config/kiwi/config.yml"))
                .content()
                .isEqualTo("container:\n" + compress + ": none\noci:\n" + archive + ": " + tool + "\n");
        Path storage = Path.of(String.valueOf(KiwiSettings.environment(folder).get("CONTAINERS_STORAGE_CONF")));
        assertThat(Files.readString(storage)).contains("graphroot = \"" + folder.temporary());
    }
}
