package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayKindTest {
    @Test
    void theWordsAreAzldevs() {
        assertThat(OverlayKind.of("spec-set-tag")).contains(OverlayKind.SPEC_SET_TAG);
        assertThat(OverlayKind.of("spec-remove-subpackage")).contains(OverlayKind.SPEC_REMOVE_SUBPACKAGE);
        assertThat(OverlayKind.of("file-search-replace")).contains(OverlayKind.FILE_SEARCH_REPLACE);
        assertThat(OverlayKind.values()).hasSize(17);
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsFoundByItsWordAndChangesWhatTheWordSays(OverlayKind kind) {
        assertThat(OverlayKind.of(kind.word())).contains(kind);
        assertThat(kind.changesSpec()).isEqualTo(kind.word().startsWith("spec-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spec", "SPEC_SET_TAG", "Spec-Set-Tag", "spec-set-tags", "file-rename "})
    void anyOtherWordIsNone(String word) {
        assertThat(OverlayKind.of(word)).isEmpty();
    }
}
