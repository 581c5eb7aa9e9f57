package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.commit.CommitDesk;
import dev.milliner.workbench.derive.ResultEditor;
import dev.milliner.workbench.image.DescriptionEdits;
import dev.milliner.workbench.image.ImagePage;
import dev.milliner.workbench.overlays.BoardActions;
import dev.milliner.workbench.overlays.BoardPage;
import dev.milliner.workbench.overlays.OverlayPage;
import dev.milliner.workbench.review.ReviewDesk;
import dev.milliner.workbench.review.ReviewPage;
import dev.milliner.workbench.search.SearchPage;
import dev.milliner.workbench.settings.SettingsPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of the workbench, in the order of the rail. The first is in front at a start.
 *
 * @param factories makes each of them
 */
record PageRegistry(List<Function<PageParts, WorkbenchPage>> factories) {
    /** All that there are; a new page is a line here. */
    static final PageRegistry ALL = new PageRegistry(List.of(
            DistroPage::new,
            PageRegistry::overlays,
            parts -> new BoardPage(
                    parts.scan(), new BoardActions(parts.choices(), parts.host()::say), parts.host()::goTo),
            parts -> new ImagePage(
                    new DescriptionEdits(
                            parts.workspace()::snapshot,
                            parts.files(),
                            parts.choices(),
                            parts.host()::goTo,
                            parts.host()::say),
                    parts.folders().buildStore(),
                    parts.builds()::build),
            PageParts::builds,
            PageRegistry::review,
            parts -> new SearchPage(parts.specs(), parts.refactorings(), parts.host()::goTo),
            PageRegistry::settings));

    private static WorkbenchPage settings(PageParts parts) {
        return new SettingsPage(
                parts.window().settings(),
                parts.commands(),
                parts.window().themes().stream().map(Theme::name).toList(),
                name -> Theme.label(name),
                parts.host());
    }

    private static WorkbenchPage overlays(PageParts parts) {
        ResultEditor editor =
                new ResultEditor(parts.files(), parts.refactorings(), parts.choices(), () -> Optional.ofNullable(
                                parts.workspace().snapshot())
                        .map(Snapshot::distro));
        parts.files().onLeftResult(new LeftResults(parts, editor)::take);
        return new OverlayPage(
                parts.overlays(), parts.rpm(), parts.choices(), editor, parts.host(), parts.refactorings()::repair);
    }

    private static WorkbenchPage review(PageParts parts) {
        ReviewDesk live = new ReviewDesk(parts.workspace());
        parts.status().watch(live.reviewedProperty(), () -> parts.host().showPage(ReviewPage.ID));
        return new ReviewPage(
                live,
                new ReviewDesk(parts.workspace()),
                new CommitDesk(parts.workspace(), parts.files()),
                parts.workspace(),
                parts.specs(),
                parts.folders().state(),
                parts.choices(),
                parts.host());
    }

    List<WorkbenchPage> make(PageParts parts) {
        return factories.stream().map(factory -> factory.apply(parts)).toList();
    }
}
