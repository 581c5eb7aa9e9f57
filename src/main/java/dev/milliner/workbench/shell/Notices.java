package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures.Failure;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.scene.layout.StackPane;

/**
 * What is told at the window's corner, until it is dismissed.
 *
 * @param over what it is laid over
 * @param said keeps what is told, to be read again
 * @param files the files that are open in the editor
 * @param report opens a report of a problem
 */
record Notices(StackPane over, Said said, OpenFiles files, Runnable report) {
    /** Offers unsaved texts that an earlier workbench left. */
    void offer(List<LeftText> texts) {
        if (!texts.isEmpty()) {
            new RestoreNotice(over, texts, files::restore, files::discard).show();
        }
    }

    /** Tells what a start found. */
    void tell(String title, List<String> sentences) {
        sentences.forEach(said::add);
        new NoticeCard(over, "told", title, sentences).show();
    }

    /** Tells of something that nobody expected. */
    void failed(Failure failure) {
        said.add(failure.sentence());
        new NoticeCard(over, "failure", Wording.of("shell.notices.something-went-wrong"), List.of(failure.sentence()))
                .with(Wording.of("shell.notices.report"), report)
                .with(Wording.of("shell.notices.details"), () -> new FailureDetails(over).show(failure))
                .show();
    }
}
