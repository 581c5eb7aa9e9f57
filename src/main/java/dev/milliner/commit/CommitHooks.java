package dev.milliner.commit;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.hooks.CommitMsgHook;
import org.eclipse.jgit.hooks.Hooks;
import org.eclipse.jgit.hooks.PreCommitHook;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.ProcessResult;
import org.jspecify.annotations.Nullable;

/** Runs a repository's hooks as git does, those too that JGit leaves out, and keeps what they say. */
final class CommitHooks {
    private static final String PREPARE_COMMIT_MSG = "prepare-commit-msg";
    private static final String POST_CHECKOUT = "post-checkout";

    /** What git calls a message that was given, and is not to be written in an editor. */
    private static final String GIVEN = "message";

    /** How git tells a change of branch from one of files. */
    private static final String OF_BRANCH = "1";

    private final Repository repository;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);

    CommitHooks(Repository repository) {
        this.repository = repository;
    }

    /** Where a hook's words go. */
    PrintStream stream() {
        return stream;
    }

    /** What the hooks said so far; empty where they said nothing. */
    String said() {
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    /**
     * Runs {@code pre-commit}, {@code prepare-commit-msg} and {@code commit-msg}.
     *
     * @return the message that they leave
     * @throws RefusedException where one of them refuses, or leaves no message
     */
    String beforeCommit(String message) throws IOException {
        try {
            Hooks.preCommit(repository, stream, stream).call();
        } catch (AbortedByHookException refused) {
            throw refusal(PreCommitHook.NAME, refused.getReturnCode(), refused);
        }
        String prepared = prepared(message);
        String left;
        try {
            left = Hooks.commitMsg(repository, stream, stream)
                    .setCommitMessage(prepared)
                    .call();
        } catch (AbortedByHookException refused) {
            throw refusal(CommitMsgHook.NAME, refused.getReturnCode(), refused);
        }
        if (left.isBlank()) {
            throw new RefusedException("The repository's hooks leave no message, so nothing was committed.");
        }
        return left;
    }

    private String prepared(String message) throws IOException {
        File file = new File(repository.getDirectory(), Constants.COMMIT_EDITMSG);
        Files.writeString(file.toPath(), message);
        ProcessResult result = run(PREPARE_COMMIT_MSG, file.getPath(), GIVEN);
        if (result.isExecutedWithError()) {
            throw refusal(PREPARE_COMMIT_MSG, result.getExitCode(), null);
        }
        return Files.readString(file.toPath());
    }

    private RefusedException refusal(String hook, int status, @Nullable AbortedByHookException cause) {
        String words = said().isEmpty() ? "it ended with status " + status + "." : said();
        String sentence = "The hook " + hook + " refuses the commit: " + words;
        return cause == null ? new RefusedException(sentence) : new RefusedException(sentence, cause);
    }

    /** Runs {@code post-checkout}, which can't refuse any more. */
    void afterSwitch(String before, String after) {
        ProcessResult result = run(POST_CHECKOUT, before, after, OF_BRANCH);
        if (result.isExecutedWithError() && said().isEmpty()) {
            stream.print("the hook " + POST_CHECKOUT + " ended with status " + result.getExitCode());
        }
    }

    private ProcessResult run(String hook, String... arguments) {
        FS system = repository.getFS();
        return system.runHookIfPresent(repository, hook, arguments, stream, stream, null);
    }
}
