package dev.milliner.workbench.image;

import dev.milliner.image.PlannedFile;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A file or folder of an image, with what lies below it. */
final class FileNode {
    private final String name;
    private final Map<String, FileNode> children = new TreeMap<>();
    private List<String> owners = List.of();
    private boolean folder = true;
    private int files;

    private FileNode(String name) {
        this.name = name;
    }

    /** The tree of those files that pass; folders that nothing passes in are left out. */
    static FileNode tree(List<PlannedFile> files, Predicate<PlannedFile> passes) {
        FileNode root = new FileNode("/");
        for (PlannedFile file : files) {
            if (passes.test(file)) {
                root.add(file);
            }
        }
        return root;
    }

    private void add(PlannedFile file) {
        FileNode at = this;
        for (String part : file.path().split("/", -1)) {
            if (!part.isEmpty()) {
                at.files += file.folder() ? 0 : 1;
                at = at.children.computeIfAbsent(part, FileNode::new);
            }
        }
        at.owners = file.owners();
        at.folder = file.folder();
        at.files += file.folder() ? 0 : 1;
    }

    /** What the search field asks for: parts of the path, {@code owner:NAME}, {@code clash}. */
    static Predicate<PlannedFile> search(String text) {
        List<Predicate<PlannedFile>> all = new ArrayList<>();
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (word.equals("clash")) {
                all.add(FileNode::isClash);
            } else if (word.startsWith("owner:")) {
                String owner = word.substring("owner:".length());
                all.add(file -> file.owners().stream()
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(owner)));
            } else if (!word.isEmpty()) {
                all.add(file -> file.path().toLowerCase(Locale.ROOT).contains(word));
            }
        }
        return file -> all.stream().allMatch(one -> one.test(file));
    }

    /** Several packages may own a folder, but a file of two packages is one that they must agree on. */
    private static boolean isClash(PlannedFile file) {
        return !file.folder() && file.owners().size() > 1;
    }

    String name() {
        return name + (isFolder() && !name.equals("/") ? "/" : "");
    }

    boolean isFolder() {
        return folder || !children.isEmpty();
    }

    boolean isClash() {
        return !folder && owners.size() > 1;
    }

    /** How many files it is or holds. */
    int files() {
        return files;
    }

    Collection<FileNode> children() {
        return children.values();
    }

    /** The packages that bring it, or, for a folder that none names, those that bring what is in it. */
    String owners() {
        if (!owners.isEmpty()) {
            return owners.size() > 3 ? Wording.counted("count.package", owners.size()) : String.join(", ", owners);
        }
        TreeSet<String> below = new TreeSet<>();
        collect(below);
        return below.size() > 3 ? Wording.counted("count.package", below.size()) : String.join(", ", below);
    }

    private void collect(Set<String> below) {
        below.addAll(owners);
        for (FileNode child : children.values()) {
            if (below.size() > 3) {
                return;
            }
            child.collect(below);
        }
    }
}
