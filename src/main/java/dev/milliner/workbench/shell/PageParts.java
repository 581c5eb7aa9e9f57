package dev.milliner.workbench.shell;

import dev.milliner.search.SpecSearch;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.build.BuildDesk;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.overlays.OverlayDesk;
import dev.milliner.workbench.overlays.OverlayScan;
import dev.milliner.workbench.overlays.RpmDesk;
import dev.milliner.workbench.refactor.RefactoringDesk;

/**
 * What the pages of one window share.
 *
 * @param workspace the distro that is open
 * @param choices asks the person
 * @param folders where the workbench keeps what it remembers
 * @param host does what pages have the window do
 * @param files the files that are open in the editor
 * @param overlays what the overlays of the component in focus do
 * @param rpm what rpm makes of them
 * @param scan what all overlays do
 * @param builds the builds of this session
 * @param status the line at the bottom
 * @param refactorings has refactorings shown and made
 * @param specs searches rendered specs
 * @param window what is around the pages
 * @param commands all commands
 */
record PageParts(
        Workspace workspace,
        Choices choices,
        Folders folders,
        PageHost host,
        OpenFiles files,
        OverlayDesk overlays,
        RpmDesk rpm,
        OverlayScan scan,
        BuildDesk builds,
        StatusLine status,
        RefactoringDesk refactorings,
        SpecSearch specs,
        ShellHost window,
        CommandRegistry commands) {}
