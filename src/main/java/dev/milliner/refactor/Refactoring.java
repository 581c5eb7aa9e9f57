package dev.milliner.refactor;

/** A change of a distro's definitions, asked for by name and not yet worked out. */
public sealed interface Refactoring
        permits AddComponent,
                AddToGroup,
                Customise,
                ExtractToGroup,
                MergeFiles,
                OverlaysInline,
                OverlaysToFiles,
                Rejoin,
                RemoveComponent,
                RemoveFromGroup,
                RenameComponent,
                RepairOverlays,
                SortLists,
                SplitFile,
                TidyOverlays,
                WriteOverlays {
    /** What it does, such as {@code Give 'bash' a file of its own}. */
    String title();

    /**
     * Works out what has to change.
     *
     * @param draft takes the changes; nothing was changed in it yet
     * @return what the distro then resolves to differently
     * @throws Obstacle where it cannot be done
     */
    Outcome make(Draft draft) throws Obstacle;
}
