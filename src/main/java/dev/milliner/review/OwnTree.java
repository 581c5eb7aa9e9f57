package dev.milliner.review;

import dev.milliner.source.FileContent;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A tree as a single component sees it: without the tables and names of others. It resolves to the same, in a small part of the time. */
record OwnTree(SourceTree whole, String component) implements SourceTree {
    /** How definition files end. */
    static final String DEFINITIONS = ".toml";

    @Override
    public Path root() {
        return whole.root();
    }

    @Override
    public FileContent content(String path) {
        FileContent content = whole.content(path);
        return path.endsWith(DEFINITIONS) && content instanceof FileContent.Text file
                ? new FileContent.Text(OwnParts.inPlace(file.text(), component))
                : content;
    }

    @Override
    public Optional<String> fault(String path) {
        return whole.fault(path);
    }

    @Override
    public boolean exists(String path) {
        return whole.exists(path);
    }

    @Override
    public boolean isFolder(String path) {
        return whole.isFolder(path);
    }

    @Override
    public OutsideFiles outsideFiles() {
        return whole.outsideFiles();
    }

    @Override
    public String real(String path) {
        return whole.real(path);
    }

    @Override
    public List<String> unnamed() {
        return whole.unnamed();
    }

    @Override
    public boolean isLink(String folder) {
        return whole.isLink(folder);
    }

    @Override
    public List<Entry> list(String folder) {
        return whole.list(folder);
    }
}
