package dev.milliner.upstream;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.tukaani.xz.XZInputStream;

/**
 * The sample trilby with a dist-git of the test's own in place of Fedora's, which a test must not reach.
 *
 * @param root its root
 * @param components those of its components that the dist-git has
 */
record TrilbyOnRealSpecs(Path root, Set<String> components) {
    static TrilbyOnRealSpecs make(Path folder) throws Exception {
        Path root = folder.resolve("trilby");
        copy(Path.of("sample-distros/trilby"), root);
        Path fedora = root.resolve("distro/fedora.distro.toml");
        String uri = "dist-git-base-uri = \"file://" + folder + "/distgit/\\$pkg.git\"";
        Files.writeString(fedora, Files.readString(fedora).replaceAll("dist-git-base-uri = \"[^\"]*\"", uri));
        Set<String> names =
                new DistroLoader().load(new DiskTree(root)).components().keySet();
        Map<String, Path> works = specs(folder, names);
        for (Map.Entry<String, Path> work : works.entrySet()) {
            try (Git git = Git.init()
                    .setDirectory(work.getValue().toFile())
                    .setInitialBranch("f43")
                    .call()) {
                commit(git, "2026-01-01T00:00:00Z");
            }
            Git.cloneRepository()
                    .setURI(work.getValue().toUri().toString())
                    .setBare(true)
                    .setDirectory(
                            folder.resolve("distgit/" + work.getKey() + ".git").toFile())
                    .call()
                    .close();
        }
        return new TrilbyOnRealSpecs(root, Set.copyOf(works.keySet()));
    }

    /** Folders with the specs of packages, out of the shared material. */
    static Map<String, Path> specs(Path folder, Set<String> names) throws IOException {
        Path archive = SharedMaterial.folder().resolve("corpus/azurelinux/azurelinux-specs.tar.xz");
        Map<String, Path> works = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String[] parts = entry.getName().split("/", -1);
                if (parts.length == 4 && names.contains(parts[2]) && entry.isFile()) {
                    Path work = Files.createDirectories(folder.resolve("work/" + parts[2]));
                    Files.copy(tar, work.resolve(parts[3]));
                    works.put(parts[2], work);
                }
            }
        }
        return works;
    }

    /** Commits all there is, at a moment. */
    static void commit(Git git, String when) throws Exception {
        git.add().addFilepattern(".").call();
        PersonIdent author =
                new PersonIdent("Upstream", "upstream@example.invalid", Instant.parse(when), ZoneOffset.UTC);
        git.commit()
                .setMessage("as of " + when)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    /** Copies a folder. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path source : walk.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }
}
