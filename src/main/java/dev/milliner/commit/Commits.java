package dev.milliner.commit;

import dev.milliner.commit.PendingFile.How;
import dev.milliner.commit.PendingFile.Staged;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.ConcurrentRefUpdateException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.ServiceUnavailableException;
import org.eclipse.jgit.hooks.PostCommitHook;
import org.eclipse.jgit.lib.CommitConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Makes commits of what is staged. The hooks {@code pre-commit}, {@code prepare-commit-msg}, {@code commit-msg} and
 * {@code post-commit} run. Where anything stands against it, index, files and branch stay as they are.
 */
public final class Commits {
    private static final String SIGNED =
            "The repository wants commits that are signed (commit.gpgSign), which is left to git: git commit";

    private final WorkRepository work;
    private final Repository repository;

    /** Of a repository. */
    public Commits(WorkRepository work) {
        this.work = work;
        this.repository = work.repository();
    }

    /**
     * Commits what is staged.
     *
     * @throws RefusedException where anything stands against it; the message says what, and what helps
     */
    public MadeCommit commit(CommitRequest request) throws IOException {
        refuseState(request);
        PersonIdent who = identity();
        if (request.message().isBlank()) {
            throw new RefusedException("A commit needs a message.");
        }
        refuseFiles(request);
        String message = request.isSignedOff() ? signedOff(request.message(), who) : request.message();
        CommitHooks hooks = new CommitHooks(repository);
        try (Git git = new Git(repository)) {
            CommitCommand command = git.commit()
                    .setMessage(hooks.beforeCommit(message.strip() + "\n"))
                    .setCleanupMode(CommitConfig.CleanupMode.WHITESPACE)
                    .setAmend(request.isAmending())
                    .setCommitter(who)
                    .setAllowEmpty(request.isAmending())
                    .setNoVerify(true)
                    .setHookOutputStream(PostCommitHook.NAME, hooks.stream())
                    .setHookErrorStream(PostCommitHook.NAME, hooks.stream());
            RevCommit made = command.call();
            return new MadeCommit(made.name(), made.getShortMessage(), hooks.said());
        } catch (ConcurrentRefUpdateException moved) {
            throw new RefusedException(
                    "The branch moved meanwhile, by another program. Look again, then commit.", moved);
        } catch (ServiceUnavailableException unsigned) {
            throw new RefusedException(SIGNED, unsigned);
        } catch (GitAPIException | JGitInternalException failure) {
            throw work.refusal("Nothing was committed", failure);
        }
    }

    private void refuseState(CommitRequest request) throws IOException {
        RepositoryState state = repository.getRepositoryState();
        boolean isMerge = state == RepositoryState.MERGING_RESOLVED;
        if (!state.canCommit() || (state != RepositoryState.SAFE && !isMerge)) {
            throw new RefusedException(
                    "Something else is under way in the repository (" + state.getDescription() + "). End it with git.");
        }
        if (isMerge && request.isAmending()) {
            throw new RefusedException("A merge is under way, so the last commit can't be amended.");
        }
        String branch = repository.getFullBranch();
        if (branch == null || !branch.startsWith(Constants.R_HEADS)) {
            throw new RefusedException(
                    "No branch is checked out (HEAD is detached), so the commit would belong to none."
                            + " Make a branch here, or switch to one.");
        }
        if (request.isAmending() && repository.resolve(Constants.HEAD) == null) {
            throw new RefusedException("There is no commit yet that could be amended.");
        }
        if (new GpgConfig(repository.getConfig()).isSignCommits()) {
            throw new RefusedException(SIGNED);
        }
    }

    private void refuseFiles(CommitRequest request) throws IOException {
        List<PendingFile> files = new Staging(work).files();
        Optional<PendingFile> conflict =
                files.stream().filter(file -> file.how() == How.IN_CONFLICT).findFirst();
        if (conflict.isPresent()) {
            throw new RefusedException(conflict.get().path() + " is in conflict. Decide it, then: git add "
                    + conflict.get().path());
        }
        boolean nothing = files.stream().allMatch(file -> file.staged() == Staged.NONE);
        if (nothing && !request.isAmending() && repository.getRepositoryState() == RepositoryState.SAFE) {
            throw new RefusedException("Nothing is staged. Check off what is to be committed.");
        }
    }

    private PersonIdent identity() throws RefusedException {
        UserConfig user = repository.getConfig().get(UserConfig.KEY);
        if (user.isCommitterNameImplicit() || user.isCommitterEmailImplicit()) {
            throw new RefusedException(
                    "Git does not know who you are. Tell it: git config --global user.name \"Your Name\""
                            + " and git config --global user.email you@example.org");
        }
        return new PersonIdent(user.getCommitterName(), user.getCommitterEmail());
    }

    /** A line of its own after a blank one, or below those that end the message already. */
    private static String signedOff(String message, PersonIdent who) {
        String line = Constants.SIGNED_OFF_BY_TAG + who.getName() + " <" + who.getEmailAddress() + ">";
        String text = message.strip();
        if (text.endsWith(line)) {
            return text;
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        boolean isTrailer = text.contains("\n\n") && last.matches("[A-Z][A-Za-z-]+-by: .+|[A-Z][\\w-]+: \\S.*");
        return text + (isTrailer ? "\n" : "\n\n") + line;
    }

    /** What the last commit says; empty before the first. */
    public Optional<String> lastMessage() throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        try (RevWalk revisions = new RevWalk(repository)) {
            return Optional.of(revisions.parseCommit(head).getFullMessage());
        }
    }

    /** Tells whether the last commit is on any branch of another repository, as far as is known here; to amend it is to part from that. */
    public boolean isLastPublished() throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return false;
        }
        try (RevWalk revisions = new RevWalk(repository)) {
            RevCommit last = revisions.parseCommit(head);
            for (var reference : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
                if (reference.getObjectId() != null
                        && revisions.isMergedInto(last, revisions.parseCommit(reference.getObjectId()))) {
                    return true;
                }
            }
            return false;
        }
    }
}
