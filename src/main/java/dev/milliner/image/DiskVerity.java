package dev.milliner.image;

import dev.milliner.image.VolumeVerity.Absent;
import dev.milliner.image.VolumeVerity.Unsaid;
import dev.milliner.image.disk.Blocks;
import dev.milliner.image.disk.FileSystem;
import dev.milliner.image.disk.VeritySuperblock;
import dev.milliner.image.disk.VerityTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the partitions of a disk against the hash trees that stand behind them, or on partitions of their own. */
final class DiskVerity {
    private final List<Blocks> apart = new ArrayList<>();

    /** A tree and where it stands. */
    private record Tree(VeritySuperblock superblock, Blocks stored) {}

    /** Takes in a partition that holds a hash tree and nothing else. */
    void add(Blocks tree) {
        apart.add(tree);
    }

    /**
     * What is known of a partition. It is read in full where there is a tree of it.
     *
     * @param place where it is mounted
     * @param texts of the files that may name root hashes, by path
     */
    VolumeVerity of(Blocks data, String place, Map<String, String> texts) {
        try {
            Map<String, Set<String>> hashes = RootHashes.of(place, texts, data);
            Optional<Tree> tree = tree(data);
            if (tree.isPresent()) {
                VeritySuperblock superblock = tree.get().superblock();
                return VerityJudgement.of(VerityTree.check(data, tree.get().stored(), superblock), hashes);
            }
            return hashes.isEmpty()
                    ? new Absent()
                    : new Unsaid(String.join(" and ", hashes.values().iterator().next())
                            + " names one, and no hash tree of the partition is found");
        } catch (IOException unreadable) {
            return new Unsaid(String.valueOf(unreadable.getMessage()));
        }
    }

    private Optional<Tree> tree(Blocks data) throws IOException {
        Optional<VeritySuperblock> behind = VeritySuperblock.behind(data, FileSystem.of(data));
        if (behind.isPresent()) {
            return Optional.of(new Tree(behind.get(), data));
        }
        for (Blocks other : apart) {
            Optional<VeritySuperblock> superblock = VeritySuperblock.at(other, 0);
            if (superblock.isPresent() && VerityTree.isOf(data, other, superblock.get())) {
                return Optional.of(new Tree(superblock.get(), other));
            }
        }
        return Optional.empty();
    }
}
