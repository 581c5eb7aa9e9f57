package dev.milliner.image;

import dev.milliner.rpm.FileLists;
import dev.milliner.rpm.FileLists.ListedFile;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A file that an image would hold. Metadata of repositories knows no sizes of single files.
 *
 * @param path absolute
 * @param folder whether it is a folder
 * @param owners the packages that bring it; several of a file that is no folder may clash
 */
public record PlannedFile(String path, boolean folder, List<String> owners) {
    /** With a list that nobody changes. */
    public PlannedFile {
        owners = List.copyOf(owners);
    }

    /**
     * The files of a plan, by path. Packages of repositories without file lists bring none.
     *
     * @param cache the folder that keeps unpacked file lists
     */
    public static List<PlannedFile> of(ImagePlan plan, List<RepositoryMetadata> repositories, Path cache)
            throws IOException {
        TreeMap<String, PlannedFile> files = new TreeMap<>();
        for (RepositoryMetadata repository : repositories) {
            if (repository.fileLists().isPresent()) {
                try (FileLists lists = FileLists.open(repository, cache)) {
                    add(plan, repository, lists, files);
                }
            }
        }
        return List.copyOf(files.values());
    }

    private static void add(
            ImagePlan plan, RepositoryMetadata repository, FileLists lists, TreeMap<String, PlannedFile> files)
            throws IOException {
        for (PlannedPackage one : plan.packages()) {
            if (one.repository().equals(repository.id())) {
                for (ListedFile file : lists.files(one.nevra())) {
                    files.merge(
                            file.path(),
                            new PlannedFile(file.path(), file.folder(), List.of(one.name())),
                            PlannedFile::with);
                }
            }
        }
    }

    private PlannedFile with(PlannedFile other) {
        List<String> all = new ArrayList<>(owners);
        all.addAll(other.owners);
        return new PlannedFile(path, folder && other.folder, all);
    }
}
