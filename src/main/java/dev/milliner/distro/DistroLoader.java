package dev.milliner.distro;

import dev.milliner.source.FileContent;
import dev.milliner.source.GlobReach;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree into a {@link Distro}. Safe for use from several threads; keeps parsed files by their content, so that
 * loading a tree again after an edit costs little.
 */
public final class DistroLoader {
    private static final ParsedFile BUILT_IN = builtIn();

    private final Memory memory = new Memory();
    private final Map<String, String> environment;

    /** What is kept from one load to the next. */
    static final class Memory {
        private final FileCache files = new FileCache();
        private final AtomicReference<@Nullable PackageIndex> latest = new AtomicReference<>();

        FileCache files() {
            return files;
        }

        PackageIndex packages(Merged merged) {
            PackageIndex known = latest.get();
            if (known != null && known.isOf(merged.packageGroups)) {
                return known;
            }
            PackageIndex made = PackageIndex.of(merged.packageGroups);
            latest.set(made);
            return made;
        }
    }

    /** A loader that knows nothing yet; the user's configuration is found through this process's environment. */
    public DistroLoader() {
        this(System.getenv());
    }

    /**
     * A loader that knows nothing yet.
     *
     * @param environment names the folder of the user's configuration: XDG_CONFIG_HOME, or HOME
     */
    public DistroLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads a tree. Never fails for what the files hold: that comes out as {@link Distro#problems}.
     *
     * @param tree where the text comes from
     */
    public Distro load(SourceTree tree) {
        Problems problems = new Problems();
        List<ParsedFile> files = new ArrayList<>();
        if (tree.content(Assembly.ROOT_FILE) instanceof FileContent.Absent) {
            problems.error(
                    "no-project",
                    "There is no azldev.toml here. Open the folder that holds it.",
                    dev.milliner.text.Place.startOf(Assembly.ROOT_FILE));
        }
        GlobReach reach = new GlobReach();
        files.addAll(new Includes(tree, memory.files(), reach, problems).from(Assembly.ROOT_FILE));
        UserConfiguration.path(environment)
                .ifPresent(path -> files.addAll(new Includes(tree, memory.files(), reach, problems).from(path)));
        return new Assembly(tree, memory, BUILT_IN, files, reach, problems).distro();
    }

    /**
     * Reads a tree that differs from a distro's in the texts of some files alone; what that does not touch is taken over, and
     * what was found on the disk then counts as being there still. The answer is that of {@link #load(SourceTree)}, mostly at a
     * small part of its price.
     *
     * @param tree where the text comes from
     * @param before a distro that this loader has read
     * @param changed the files whose texts may differ, as the tree names them
     */
    public Distro load(SourceTree tree, Distro before, Set<String> changed) {
        Set<String> since = new HashSet<>(before.changed());
        since.addAll(changed);
        return Redefinition.of(before.whole(), memory.files(), tree, since).orElseGet(() -> load(tree));
    }

    private static ParsedFile builtIn() {
        try (InputStream resource = DistroLoader.class.getResourceAsStream("defaults.toml")) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its defaults.toml.");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return ParsedFile.configuration("", "/", text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
