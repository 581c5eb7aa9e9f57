package dev.milliner.workbench.editor;

import dev.milliner.language.CompletionKind;

/** The signs that stand before what could stand at a caret. */
final class CompletionSigns {
    private CompletionSigns() {}

    /** The name of an icon. */
    static String icon(CompletionKind kind) {
        return switch (kind) {
            case KEY, ATTRIBUTE -> "mdi2k-key-outline";
            case TABLE, ELEMENT, SECTION -> "mdi2c-code-brackets";
            case WORD, VALUE, VERSION, TAG -> "mdi2e-equal";
            case COMPONENT -> "mdi2p-puzzle-outline";
            case PACKAGE -> "mdi2p-package-variant";
            case COMPONENT_GROUP, PACKAGE_GROUP, REPOSITORY_SET -> "mdi2f-format-list-bulleted";
            case IMAGE -> "mdi2d-disc";
            case DISTRO, REPOSITORY, CHANNEL -> "mdi2d-database-outline";
            case TEMPLATE, TEST_SUITE, PROFILE -> "mdi2t-tag-outline";
            case MACRO -> "mdi2p-percent";
            case FILE -> "mdi2f-file-outline";
            case FOLDER -> "mdi2f-folder-outline";
            case GLOB -> "mdi2a-asterisk";
            case SNIPPET -> "mdi2t-text-box-plus-outline";
        };
    }
}
