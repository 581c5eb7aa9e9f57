package dev.milliner.commit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.CheckoutConflictException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Makes branches and switches between them. A switch touches only files that the two commits have differently, and is refused where
 * one of these is not as the last commit has it, on the disk, in the index or in an editor. Then the hook
 * {@code post-checkout} runs.
 */
public final class Branches {
    private final WorkRepository work;
    private final Repository repository;

    /** Of a repository. */
    public Branches(WorkRepository work) {
        this.work = work;
        this.repository = work.repository();
    }

    /** The branch that is checked out; empty where HEAD is detached. */
    public Optional<String> current() throws IOException {
        String full = repository.getFullBranch();
        return Optional.ofNullable(full)
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .map(Repository::shortenRefName);
    }

    /** The branches, by name. */
    public List<String> all() throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                .map(one -> Repository.shortenRefName(one.getName()))
                .sorted()
                .toList();
    }

    /**
     * Makes a branch where the last commit is and switches to it; no file changes, and what is staged stays so.
     *
     * @return what the hook said; empty where it said nothing
     * @throws RefusedException where its name can't be a branch's, or is taken
     */
    public String create(String name) throws IOException {
        if (!Repository.isValidRefName(Constants.R_HEADS + name) || name.startsWith("-")) {
            throw new RefusedException("'" + name + "' can't be the name of a branch.");
        }
        if (all().contains(name)) {
            throw new RefusedException("There is a branch " + name + " already.");
        }
        refuseState();
        if (repository.resolve(Constants.HEAD) == null) {
            throw new RefusedException("Before the first commit there is nothing for another branch to stand on.");
        }
        return checkOut(name, true);
    }

    /**
     * Switches to a branch.
     *
     * @param name its name
     * @param unsaved the files with text that is not saved, by their paths in the work tree
     * @return what the hook said; empty where it said nothing
     * @throws RefusedException where a file would be lost that is not committed; all is as it was then
     */
    public String switchTo(String name, Collection<String> unsaved) throws IOException {
        ObjectId target = repository.resolve(Constants.R_HEADS + name);
        if (target == null) {
            throw new RefusedException("There is no branch " + name + ".");
        }
        refuseState();
        Set<String> differing = differing(target);
        Set<String> inTheWay = new TreeSet<>(differing);
        Set<String> pending = new TreeSet<>(unsaved);
        new Staging(work).files().forEach(file -> pending.add(file.path()));
        inTheWay.retainAll(pending);
        differing.stream()
                .flatMap(path -> blocking(path).stream())
                .filter(path -> pending.stream().anyMatch(one -> one.equals(path) || one.startsWith(path + "/")))
                .forEach(inTheWay::add);
        differing.stream().filter(this::isIgnoredThere).forEach(inTheWay::add);
        if (!inTheWay.isEmpty()) {
            throw new RefusedException(some(inTheWay) + (inTheWay.size() == 1 ? " is" : " are")
                    + " not as the last commit has it, and another on " + name
                    + ". Commit it or take it back first; nothing was changed.");
        }
        return checkOut(name, false);
    }

    private static String some(Set<String> paths) {
        int most = 3;
        String first = paths.stream().limit(most).collect(Collectors.joining(", "));
        return paths.size() > most ? first + " and " + (paths.size() - most) + " more" : first;
    }

    /** What lies where a file's folders should be, or the folder that lies in the file's own place. */
    private Optional<String> blocking(String path) {
        Path root = repository.getWorkTree().toPath();
        for (Path folder = Path.of(path).getParent(); folder != null; folder = folder.getParent()) {
            Path there = root.resolve(folder);
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(folder.toString());
            }
        }
        return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS) ? Optional.of(path) : Optional.empty();
    }

    /** A file that git ignores counts as nothing to git, but somebody may need it. */
    private boolean isIgnoredThere(String path) {
        try {
            File there = new File(repository.getWorkTree(), path);
            Optional<RevTree> head = work.head();
            return Files.isRegularFile(there.toPath(), LinkOption.NOFOLLOW_LINKS)
                    && head.isPresent()
                    && work.blob(head.get(), path).isEmpty();
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Set<String> differing(ObjectId target) throws IOException {
        Set<String> paths = new TreeSet<>();
        Optional<RevTree> head = work.head();
        try (TreeWalk walk = new TreeWalk(repository);
                RevWalk revisions = new RevWalk(repository)) {
            if (head.isPresent()) {
                walk.addTree(head.get());
            } else {
                walk.addTree(new org.eclipse.jgit.treewalk.EmptyTreeIterator());
            }
            walk.addTree(revisions.parseCommit(target).getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        return paths;
    }

    private void refuseState() throws RefusedException {
        RepositoryState state = repository.getRepositoryState();
        if (state != RepositoryState.SAFE) {
            throw new RefusedException(
                    "Something else is under way in the repository (" + state.getDescription() + "). End it with git.");
        }
    }

    private String checkOut(String name, boolean isNew) throws IOException {
        String before = head();
        try (Git git = new Git(repository)) {
            git.checkout().setName(name).setCreateBranch(isNew).call();
        } catch (CheckoutConflictException conflict) {
            throw new RefusedException(
                    some(new TreeSet<>(conflict.getConflictingPaths())) + " would be lost, so nothing was changed.",
                    conflict);
        } catch (GitAPIException | JGitInternalException failure) {
            throw work.refusal("Nothing was changed", failure);
        }
        CommitHooks hooks = new CommitHooks(repository);
        hooks.afterSwitch(before, head());
        return hooks.said();
    }

    private String head() throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        return (head == null ? ObjectId.zeroId() : head).name();
    }
}
