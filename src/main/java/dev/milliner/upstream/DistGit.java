package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.SpecSource;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A component's dist-git, at the commit that its configuration names: the locked or pinned one, else the last one of the
 * branch's own line at the snapshot's moment, else the last.
 *
 * @param componentName what its spec is called here
 * @param upstreamName what it is called upstream
 * @param address the repository's address
 * @param branch the branch
 * @param commit the commit it is pinned to
 * @param snapshot the moment, where it is not pinned
 * @param tree the distro's tree
 */
record DistGit(
        String componentName,
        String upstreamName,
        String address,
        String branch,
        Optional<String> commit,
        Optional<String> snapshot,
        SourceTree tree) {
    static DistGit of(Distro distro, Component component) throws SourceUnavailableException {
        SpecSource spec = component.spec();
        String upstream = spec.upstreamDistro().orElse(distro.name());
        DistroDefinition definition = definition(distro, component, upstream);
        String version = spec.upstreamVersion().or(definition::defaultVersion).orElse("");
        return of(
                distro,
                component,
                new UpstreamVersion(upstream, version),
                Lock.commit(distro.tree(), component.name()).or(spec::upstreamCommit),
                spec.snapshot());
    }

    /** The same component in another version of upstream, at the tip of its branch. */
    static DistGit of(Distro distro, Component component, UpstreamVersion version) throws SourceUnavailableException {
        return of(distro, component, version, Optional.empty(), Optional.empty());
    }

    private static DistGit of(
            Distro distro,
            Component component,
            UpstreamVersion version,
            Optional<String> commit,
            Optional<String> snapshot)
            throws SourceUnavailableException {
        DistroDefinition definition = definition(distro, component, version.distro());
        String name = component.spec().upstreamName().orElse(component.name());
        String pattern = definition
                .distGitBaseUri()
                .orElseThrow(() -> new SourceUnavailableException("The distro " + version.distro()
                        + " has no dist-git-base-uri, so " + name + " cannot be fetched."));
        String branch = definition
                .distGitBranch(version.version())
                .orElseThrow(() -> new SourceUnavailableException("Version " + version.version() + " of the distro "
                        + version.distro() + " has no dist-git-branch, so " + name + " cannot be fetched."));
        String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+");
        return new DistGit(
                component.name(), name, pattern.replace("$pkg", escaped), branch, commit, snapshot, distro.tree());
    }

    private static DistroDefinition definition(Distro distro, Component component, String upstream)
            throws SourceUnavailableException {
        DistroDefinition definition = distro.distros().get(upstream);
        if (definition == null) {
            throw new SourceUnavailableException("The component " + component.name() + " comes from the distro '"
                    + upstream + "', which is not defined.");
        }
        return definition;
    }

    /** Tells whether it can be read without the network. */
    boolean isAtHand() {
        return DistGitCache.isAtHand(address);
    }

    /**
     * What was read.
     *
     * @param sources the files
     * @param stale that they are as they were when they were last fetched, and why, in a sentence; or empty
     */
    record Fetched(Sources sources, Optional<String> stale) {}

    Sources read() throws SourceUnavailableException {
        return fetch().sources();
    }

    /** Reads it as it is upstream, or as it was when it was last fetched, where upstream can't be reached. */
    Fetched fetch() throws SourceUnavailableException {
        try (DistGitCache.Opened opened = DistGitCache.open(address, branch, commit, tree)) {
            Optional<String> stale = opened.stale()
                    .map(trouble -> "Shown as it was fetched last: " + address + " cannot be fetched now, "
                            + trouble.words() + ".");
            return new Fetched(read(opened.repository(), stale), stale);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * What one commit did.
     *
     * @param hash its full hash
     * @param subject the first line of its message
     * @param before the files before it
     * @param after the files after it
     */
    record Committed(String hash, String subject, Sources before, Sources after) {}

    /** Reads one commit, wherever it is; nothing is fetched where it is at hand. */
    Committed commit(String id) throws SourceUnavailableException {
        try (DistGitCache.Opened opened = DistGitCache.open(address, branch, Optional.of(id), tree);
                RevWalk walk = new RevWalk(opened.repository())) {
            Repository repository = opened.repository();
            ObjectId found = repository.resolve(id + "^{commit}");
            if (found == null) {
                throw new SourceUnavailableException("The dist-git " + address + " has no commit " + id + ".");
            }
            RevCommit after = walk.parseCommit(found);
            if (after.getParentCount() == 0) {
                throw new SourceUnavailableException(
                        "The commit " + id + " is the first of " + address + ", so there is nothing that it changed.");
            }
            RevCommit before = walk.parseCommit(after.getParent(0));
            return new Committed(
                    after.name(), after.getShortMessage(), files(repository, before), files(repository, after));
        } catch (RevisionSyntaxException | AmbiguousObjectException unclear) {
            throw new SourceUnavailableException("'" + id + "' names no one commit of " + address + ".", unclear);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /** Reads it as it was when it was last fetched. */
    Sources readKept() throws SourceUnavailableException {
        try (Repository repository = DistGitCache.kept(address, tree)) {
            return read(repository, Optional.empty());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private Sources read(Repository repository, Optional<String> stale) throws IOException, SourceUnavailableException {
        ObjectId tip = repository.resolve("refs/heads/" + branch);
        if (tip == null) {
            throw new SourceUnavailableException("The dist-git " + address + " has no branch " + branch + "."
                    + stale.map(words -> " " + words).orElse(""));
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return files(repository, chosen(repository, walk, tip));
        }
    }

    private SourceUnavailableException unreadable(IOException broken) {
        return new SourceUnavailableException(
                "The dist-git " + address + " cannot be read: " + FileTrouble.words(broken) + ".", broken);
    }

    private RevCommit chosen(Repository repository, RevWalk walk, ObjectId tip)
            throws IOException, SourceUnavailableException {
        if (commit.isPresent()) {
            ObjectId pinned = repository.resolve(commit.get() + "^{commit}");
            if (pinned == null) {
                throw new SourceUnavailableException(
                        "The dist-git " + address + " has no commit " + commit.get() + ".");
            }
            return walk.parseCommit(pinned);
        }
        RevCommit current = walk.parseCommit(tip);
        if (snapshot.isEmpty()) {
            return current;
        }
        long moment = moment(snapshot.get());
        while (current.getCommitTime() > moment) {
            if (current.getParentCount() == 0) {
                throw new SourceUnavailableException(
                        "The dist-git " + address + " has no commit before " + snapshot.get() + ".");
            }
            current = walk.parseCommit(current.getParent(0));
        }
        return current;
    }

    private static long moment(String text) throws SourceUnavailableException {
        try {
            return OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeException invalid) {
            throw new SourceUnavailableException("The snapshot '" + text + "' is no moment in time.", invalid);
        }
    }

    private Sources files(Repository repository, RevCommit from) throws IOException, SourceUnavailableException {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        CommittedFiles committed = new CommittedFiles(repository, from.getTree());
        try (TreeWalk names = new TreeWalk(repository)) {
            names.addTree(from.getTree());
            names.setRecursive(true);
            while (names.next()) {
                String path = names.getPathString();
                if (FileMode.GITLINK.equals(names.getFileMode(0))) {
                    folders.add(path);
                } else {
                    files.put(renamed(path), committed.file(path));
                }
            }
        }
        return new Sources(files, folders);
    }

    /** The spec is called after the component, whatever it is called upstream. */
    private String renamed(String path) {
        return path.equals(upstreamName + ".spec") ? componentName + ".spec" : path;
    }
}
