package dev.milliner.overlay.derive;

import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.patch.PatchApplier;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.RawParseUtils;

/** A unified difference, applied to sources as {@code git apply} does it. Nothing is written to the disk. */
public final class PatchedSources {
    private static final Pattern UNFIT = Pattern.compile(
            "Error applying patch in (?<file>.+?)(?:, hunk HunkHeader\\[(?<line>\\d+)[^]]*])?: (?<why>.+)",
            Pattern.DOTALL);

    /** That of Linux; JGit goes through a path's folders one in the other. */
    private static final int LONGEST_PATH = 4096;

    private static final byte[] HEADING = "diff --".getBytes(StandardCharsets.US_ASCII);
    /** Both paths, quoted. */
    private static final int LONGEST_HEADING = 10 * LONGEST_PATH;

    private static final String TOO_LONG = "it names a file by a path that is longer than any may be";

    private final Patch patch = new Patch();

    /**
     * Reads a difference.
     *
     * @throws OverlayException where it is none; the message says in which line
     */
    public PatchedSources(byte[] difference) throws OverlayException {
        if (hasLongHeading(difference)) {
            throw new OverlayException(TOO_LONG);
        }
        try {
            patch.parse(new ByteArrayInputStream(difference));
        } catch (IOException | RuntimeException damaged) {
            // JGit trusts what it parses, and meets damage with whatever its own code throws then.
            throw new OverlayException("it is no difference that git reads: " + FileTrouble.words(damaged));
        }
        List<FormatError> errors = patch.getErrors();
        if (!errors.isEmpty()) {
            FormatError error = errors.getFirst();
            throw new OverlayException("line " + line(error) + ": " + error.getMessage() + ": "
                    + error.getLineText().strip());
        }
        if (patch.getFiles().isEmpty()) {
            throw new OverlayException("it changes no file");
        }
        if (patch.getFiles().stream().anyMatch(PatchedSources::isNameless)) {
            throw new OverlayException("it changes a file that it does not name");
        }
        if (patch.getFiles().stream().anyMatch(PatchedSources::isTooLong)) {
            throw new OverlayException(TOO_LONG);
        }
    }

    private static boolean isNameless(FileHeader file) {
        return Objects.isNull(file.getOldPath()) || Objects.isNull(file.getNewPath());
    }

    /** JGit goes through such a line as often as it has letters. */
    private static boolean hasLongHeading(byte[] difference) {
        for (int start = 0; start < difference.length; ) {
            int end = RawParseUtils.nextLF(difference, start);
            if (end - start > LONGEST_HEADING && RawParseUtils.match(difference, start, HEADING) > 0) {
                return true;
            }
            start = end;
        }
        return false;
    }

    private static boolean isTooLong(FileHeader file) {
        return file.getOldPath().length() > LONGEST_PATH || file.getNewPath().length() > LONGEST_PATH;
    }

    /** The files that it changes or adds, by path. */
    public List<String> files() {
        return patch.getFiles().stream()
                .map(file ->
                        file.getChangeType() == FileHeader.ChangeType.DELETE ? file.getOldPath() : file.getNewPath())
                .toList();
    }

    /** Tells whether it changes a file that is among the sources. */
    public boolean concerns(Sources sources) {
        return patch.getFiles().stream()
                .anyMatch(file -> sources.file(file.getOldPath()).isPresent());
    }

    /**
     * The sources with the difference.
     *
     * @throws OverlayException where it does not fit; the message says where
     */
    public Sources of(Sources sources) throws OverlayException {
        try (Repository repository = new InMemoryRepository(new DfsRepositoryDescription("sources"));
                ObjectInserter objects = repository.newObjectInserter();
                RevWalk revisions = new RevWalk(objects.newReader())) {
            ObjectId tree = tree(sources, objects);
            PatchApplier.Result result =
                    new PatchApplier(repository, revisions.parseTree(tree), objects).applyPatch(patch);
            if (!result.getErrors().isEmpty()) {
                throw new OverlayException(words(result.getErrors().getFirst().toString()));
            }
            return sources(result.getTreeId(), objects, sources);
        } catch (CorruptObjectException | IllegalArgumentException badPath) {
            throw new OverlayException("it names a file that cannot be: " + badPath.getMessage());
        } catch (RuntimeException damaged) {
            throw new OverlayException("it cannot be applied: " + FileTrouble.words(damaged));
        } catch (IOException unfit) {
            throw new OverlayException(String.valueOf(unfit.getMessage()));
        }
    }

    private static int line(FormatError error) {
        int line = 1;
        for (int i = 0; i < error.getOffset(); i++) {
            line += error.getBuffer()[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** JGit shows a hunk as its own program knows it. */
    private static String words(String error) {
        Matcher unfit = UNFIT.matcher(error);
        if (!unfit.matches()) {
            return error;
        }
        String file = unfit.group("file");
        String line = unfit.group("line");
        return line == null
                ? "in " + file + ": " + unfit.group("why")
                : "what it changes at line " + line + " of " + file + " is not there as it says";
    }

    private static ObjectId tree(Sources sources, ObjectInserter objects) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, SourceFile> file : sources.files().entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(file.getValue().isExecutable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(objects.insert(Constants.OBJ_BLOB, file.getValue().bytes()));
            builder.add(entry);
        }
        builder.finish();
        ObjectId tree = index.writeTree(objects);
        objects.flush();
        return tree;
    }

    private static Sources sources(ObjectId tree, ObjectInserter objects, Sources before) throws IOException {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(objects.newReader())) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                String path = walk.getPathString();
                byte[] bytes = walk.getObjectReader().open(walk.getObjectId(0)).getBytes();
                int mode = before.file(path)
                        .map(SourceFile::mode)
                        .orElse(FileMode.EXECUTABLE_FILE.equals(walk.getFileMode(0)) ? 0755 : 0644);
                files.put(path, new SourceFile(bytes, mode));
            }
        }
        return new Sources(files, new ArrayList<>(before.folders()));
    }
}
