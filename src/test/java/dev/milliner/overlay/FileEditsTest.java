package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./a.txt",
                "sub/../a.txt",
                ".//a.txt",
                "a.txt/",
                "{a,b}.txt",
                "sub/../*.txt",
                "./*.txt",
                "{,b}a.txt"
            })
    void pathsAreCleaned(String path) throws OverlayException {
        assertThat(FileEdits.remove(sources, path).files()).doesNotContainKey("a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/../*.txt", "{nothing,}a.txt", "a\\.txt", "sub"})
    void oddPatternsMatchNothing(String pattern) {
        assertThatThrownBy(() -> FileEdits.remove(sources, pattern)).hasMessageContaining("did not match any files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "/", "sub"})
    void nothingIsRenamedToAFolder(String name) {
        assertThatThrownBy(() -> FileEdits.rename(sources, "a.txt", name)).isInstanceOf(OverlayException.class);
    }

    @Test
    void aFileThatIsFoundTwiceIsChangedTwiceAndCannotBeRemoved() throws OverlayException {
        Sources after = FileEdits.prepend(sources, "**/**/a.txt", List.of("L"));
        assertThat(after.file("sub/a.txt").orElseThrow().text()).isEqualTo("L\nL\nfelt\n");
        assertThatThrownBy(() -> FileEdits.remove(sources, "**/**/a.txt")).hasMessageContaining("in two ways");
    }

    @Test
    void whatEarlierAlternativesFoundIsLookedThroughByLaterOnes() {
        assertThatThrownBy(() -> FileEdits.remove(sources, "{*.txt,*/a.txt}")).hasMessageContaining("not a directory");
    }

    @Test
    void emptiedFoldersStay() throws OverlayException {
        assertThat(FileEdits.remove(sources, "sub/*").isFolder("sub")).isTrue();
    }

    @Test
    void bracesThatNobodyWaitsForAreRefused() {
        assertThatThrownBy(() -> FileEdits.remove(sources, "{a,b}".repeat(40)))
                .hasMessageContaining("too many alternatives");
    }
}
