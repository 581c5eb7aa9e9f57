package dev.milliner.build.evaluate;

import dev.milliner.ground.PrivateFiles;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which trees the user trusts. A spec can run commands as soon as rpm reads it, so rpm reads none of a tree before the
 * user has said once that it may. Opening a tree never says so.
 *
 * @param file where it is remembered, by the real paths of the trees' roots; for the user alone
 */
public record TrustedTrees(Path file) {
    /** What the file is called in the state folder. */
    public static final String FILE = "trusted-trees.json";

    private static final int MOST = 1 << 20;

    /** Those of the user. */
    public static TrustedTrees ofUser() {
        return new TrustedTrees(UserFolder.STATE.ours().resolve(FILE));
    }

    /** A tree by its root; empty where the user has not said that it is trusted, or that cannot be read. */
    public Optional<TrustedTree> find(Path root) {
        try {
            Path real = root.toRealPath();
            return roots().contains(real.toString()) ? Optional.of(new TrustedTree(real)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * Remembers that the user trusts a tree. To be called only when the user has just said so.
     *
     * @throws IOException when the root is not there or nothing can be written
     */
    public TrustedTree trust(Path root) throws IOException {
        Path real = root.toRealPath();
        Set<String> roots = roots();
        if (roots.add(real.toString())) {
            write(roots);
        }
        return new TrustedTree(real);
    }

    /**
     * Forgets that the user trusts a tree.
     *
     * @throws IOException when nothing can be written
     */
    public void forget(Path root) throws IOException {
        Set<String> roots = roots();
        if (roots.remove(root.toRealPath().toString())) {
            write(roots);
        }
    }

    private void write(Set<String> roots) throws IOException {
        PrivateFiles.write(file, JsonMapper.shared().writeValueAsString(roots) + "\n");
    }

    /** What is damaged trusts nobody. */
    private Set<String> roots() throws IOException {
        Set<String> roots = new TreeSet<>();
        if (Files.isRegularFile(file) && Files.size(file) <= MOST) {
            try {
                JsonNode all = JsonMapper.shared().readTree(Files.readString(file));
                all.forEach(root -> roots.add(root.asString("")));
            } catch (JacksonException damaged) {
                return new TreeSet<>();
            }
        }
        return roots;
    }
}
