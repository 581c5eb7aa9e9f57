package dev.milliner.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree that remembers what it was asked, so that what was worked out of it is known again while it would answer the same. For
 * one thread.
 */
public final class AskedTree implements SourceTree {
    private final SourceTree below;
    private final Map<Asked, Object> answers = new HashMap<>();

    /** What can be asked of a path. */
    private enum Question {
        CONTENT,
        FAULT,
        EXISTS,
        FOLDER,
        REAL,
        LINK,
        LIST;

        Object of(SourceTree tree, String path) {
            return switch (this) {
                case CONTENT -> tree.content(path);
                case FAULT -> tree.fault(path);
                case EXISTS -> tree.exists(path);
                case FOLDER -> tree.isFolder(path);
                case REAL -> tree.real(path);
                case LINK -> tree.isLink(path);
                case LIST -> tree.list(path);
            };
        }
    }

    private record Asked(Question question, String path) {}

    /** A tree that has been asked nothing yet. */
    public AskedTree(SourceTree below) {
        this.below = below;
    }

    /** Tells whether another tree would have given the same answers. */
    public boolean wasAnsweredAsBy(SourceTree tree) {
        return below.root().equals(tree.root())
                && answers.entrySet().stream().allMatch(one -> one.getKey()
                        .question()
                        .of(tree, one.getKey().path())
                        .equals(one.getValue()));
    }

    private <T> T ask(Question question, String path, Class<T> kind) {
        return kind.cast(answers.computeIfAbsent(
                new Asked(question, path), asked -> asked.question().of(below, asked.path())));
    }

    @Override
    public Path root() {
        return below.root();
    }

    @Override
    public FileContent content(String path) {
        return ask(Question.CONTENT, path, FileContent.class);
    }

    @Override
    @SuppressWarnings("unchecked") // faults are texts
    public Optional<String> fault(String path) {
        return ask(Question.FAULT, path, Optional.class);
    }

    @Override
    public boolean exists(String path) {
        return ask(Question.EXISTS, path, Boolean.class);
    }

    @Override
    public boolean isFolder(String path) {
        return ask(Question.FOLDER, path, Boolean.class);
    }

    @Override
    public OutsideFiles outsideFiles() {
        return below.outsideFiles();
    }

    @Override
    public String real(String path) {
        return ask(Question.REAL, path, String.class);
    }

    @Override
    public List<String> unnamed() {
        return below.unnamed();
    }

    @Override
    public boolean isLink(String folder) {
        return ask(Question.LINK, folder, Boolean.class);
    }

    @Override
    @SuppressWarnings("unchecked") // lists are of entries
    public List<Entry> list(String folder) {
        return ask(Question.LIST, folder, List.class);
    }
}
