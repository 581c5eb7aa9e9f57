package dev.milliner.review;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import java.util.List;
import java.util.Optional;

/** What became of a definition, by what it resolves to. */
public sealed interface DefinitionChange {
    /**
     * One that was not there.
     *
     * @param after what it is
     * @param renamedFrom the one that is gone and that it was made of, where it is the same under another name
     */
    record Added(Definition after, Optional<String> renamedFrom) implements DefinitionChange {}

    /**
     * One that is not there any more.
     *
     * @param before what it was
     * @param renamedTo the one that it became, where that is the same under another name
     */
    record Removed(Definition before, Optional<String> renamedTo) implements DefinitionChange {}

    /**
     * One that resolves to something else.
     *
     * @param before what it was
     * @param after what it is
     * @param values the values that differ; the very same list for all that share them
     * @param members who joined and left a group
     */
    record Changed(Definition before, Definition after, List<ValueChange> values, Members members)
            implements DefinitionChange {}

    /** It as it is, or was. */
    default Definition definition() {
        return switch (this) {
            case Added one -> one.after();
            case Removed one -> one.before();
            case Changed one -> one.after();
        };
    }

    /** What it is. */
    default Kind kind() {
        return definition().kind();
    }

    /** Its name. */
    default String name() {
        return definition().name();
    }
}
