package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;

/** What an overlay does: one record for each of azldev's kinds, with only the values that it uses. */
public sealed interface Change {
    /** {@code spec-add-tag}: adds a tag at the end of its package's section. */
    record AddTag(String packageName, String tag, String value) implements Change {}

    /** {@code spec-insert-tag}: adds a tag behind the last of its family. */
    record InsertTag(String packageName, String tag, String value) implements Change {}

    /** {@code spec-set-tag}: sets a tag, or adds it. */
    record SetTag(String packageName, String tag, String value) implements Change {}

    /** {@code spec-update-tag}: sets a tag that must be there. */
    record UpdateTag(String packageName, String tag, String value) implements Change {}

    /** {@code spec-remove-tag}: removes a tag, or only those of a value. */
    record RemoveTag(String packageName, String tag, String value) implements Change {}

    /** {@code spec-prepend-lines}: lines at the start of a section, or of the file where it is empty. */
    record PrependLines(String section, String packageName, List<String> lines) implements Change {}

    /** {@code spec-append-lines}: lines at the end of a section, or of the file where it is empty. */
    record AppendLines(String section, String packageName, List<String> lines) implements Change {}

    /** {@code spec-search-replace}: replaces what an expression matches, line by line. */
    record SearchReplace(String section, String packageName, String regex, String replacement) implements Change {}

    /** {@code spec-remove-section}: removes a section. */
    record RemoveSection(String section, String packageName) implements Change {}

    /** {@code spec-remove-subpackage}: removes every section of a sub-package. */
    record RemoveSubpackage(String packageName) implements Change {}

    /**
     * {@code patch-add}: adds a patch file and lists it.
     *
     * @param source the file to add, absolute
     */
    record AddPatch(String packageName, String file, String source) implements Change {}

    /** {@code patch-remove}: unlists the patches that a glob matches, and removes their files. */
    record RemovePatch(String glob) implements Change {}

    /** {@code file-prepend-lines}: lines at the start of the files that a glob matches. */
    record PrependToFiles(String glob, List<String> lines) implements Change {}

    /** {@code file-search-replace}: replaces what an expression matches in the files that a glob matches. */
    record ReplaceInFiles(String glob, String regex, String replacement) implements Change {}

    /**
     * {@code file-add}: adds a file.
     *
     * @param source the file to add, absolute
     */
    record AddFile(String file, String source) implements Change {}

    /** {@code file-remove}: removes the files that a glob matches. */
    record RemoveFiles(String glob) implements Change {}

    /** {@code file-rename}: renames the one file that a glob matches, in its folder. */
    record RenameFile(String glob, String name) implements Change {}

    /** {@code file-remove} or {@code file-search-replace} inside a source archive. */
    record InArchive(String archive, Change change) implements Change {}

    /** The file that it adds, absolute; empty where what it does is said by itself alone. */
    default Optional<String> added() {
        return switch (this) {
            case AddPatch change -> Optional.of(change.source());
            case AddFile change -> Optional.of(change.source());
            default -> Optional.empty();
        };
    }

    /**
     * What an overlay does.
     *
     * @throws OverlayException when its type is none of azldev's
     */
    static Change of(Overlay o) throws OverlayException {
        OverlayKind kind =
                o.kind().orElseThrow(() -> new OverlayException("there is no overlay type `" + o.type() + "`"));
        return switch (kind) {
            case SPEC_ADD_TAG -> new AddTag(o.packageName(), o.tag(), o.value());
            case SPEC_INSERT_TAG -> new InsertTag(o.packageName(), o.tag(), o.value());
            case SPEC_SET_TAG -> new SetTag(o.packageName(), o.tag(), o.value());
            case SPEC_UPDATE_TAG -> new UpdateTag(o.packageName(), o.tag(), o.value());
            case SPEC_REMOVE_TAG -> new RemoveTag(o.packageName(), o.tag(), o.value());
            case SPEC_PREPEND_LINES -> new PrependLines(o.section(), o.packageName(), o.lines());
            case SPEC_APPEND_LINES -> new AppendLines(o.section(), o.packageName(), o.lines());
            case SPEC_SEARCH_REPLACE -> new SearchReplace(o.section(), o.packageName(), o.regex(), o.replacement());
            case SPEC_REMOVE_SECTION -> new RemoveSection(o.section(), o.packageName());
            case SPEC_REMOVE_SUBPACKAGE -> new RemoveSubpackage(o.packageName());
            case PATCH_ADD -> new AddPatch(o.packageName(), patchName(o), o.source());
            case PATCH_REMOVE -> new RemovePatch(o.file());
            case FILE_PREPEND_LINES -> new PrependToFiles(o.file(), o.lines());
            case FILE_SEARCH_REPLACE -> scoped(o, new ReplaceInFiles(o.file(), o.regex(), o.replacement()));
            case FILE_ADD -> new AddFile(o.file(), o.source());
            case FILE_REMOVE -> scoped(o, new RemoveFiles(o.file()));
            case FILE_RENAME -> new RenameFile(o.file(), o.replacement());
        };
    }

    private static String patchName(Overlay overlay) {
        return overlay.file().isEmpty() ? TreePaths.name(overlay.source()) : overlay.file();
    }

    private static Change scoped(Overlay overlay, Change change) {
        return overlay.archive().isEmpty() || overlay.file().isEmpty()
                ? change
                : new InArchive(overlay.archive(), change);
    }
}
