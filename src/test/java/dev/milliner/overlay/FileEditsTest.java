package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileEditsTest {
    private final Sources sources = new Sources(new TreeMap<>(java.util.Map.of(
            "hat.spec", SourceFile.of("Name: hat\n"),
            "a.txt", SourceFile.of("felt\n"),
            "sub/a.txt", SourceFile.of("felt\n"))));

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/etc/out", "sub/../../out"})
    void nothingIsAddedOutsideOfTheSources(String path) {
        assertThatThrownBy(() -> FileEdits.add(sources, path, "/x", file -> Optional.of(new byte[0])))
                .isInstanceOf(OverlayException.class)
                .hasMessageContaining(path);
    }

    @Test
    void globsReachSubfoldersButNoSpec() throws OverlayException {
        Sources after = FileEdits.replace(sources, "**/*", "felt", "straw");
        assertThat(after.file("sub/a.txt").orElseThrow().text()).isEqualTo("straw\n");
        assertThat(after.file("a.txt").orElseThrow().text()).isEqualTo("straw\n");
        assertThat(after.file("hat.spec")).isEqualTo(sources.file("hat.spec"));
    }

    @Test
    void aFileIsRenamedInItsFolder() throws OverlayException {
        assertThat(FileEdits.rename(sources, "sub/*", "b.txt").files()).containsKey("sub/b.txt");
    }

    @Test
    void onlyOneFileIsRenamed() {
        assertThatThrownBy(() -> FileEdits.rename(sources, "**/*.txt", "b.txt"))
                .hasMessageContaining("does not support multiple files");
    }
}
