package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The root hashes of dm-verity that an image names, where it names them for the partition of its root or of /usr. */
final class RootHashes {
    /** The files that name them: veritytab, and what loaders tell the kernel. */
    static final Pattern FILES = Pattern.compile("etc/veritytab|boot/(ext|sys)linux/(ext|sys)linux\\.conf"
            + "|boot/extlinux\\.conf|(boot|efi|boot/efi)/loader/entries/[^/]+\\.conf"
            + "|boot/(grub2?|efi/EFI/[^/]+)/grub\\.cfg");

    /** What stands for the root, and for /usr, on the kernel's command line and in veritytab. */
    private static final Map<String, Set<String>> NAMES =
            Map.of("/", Set.of("roothash", "root", "verityroot"), "/usr", Set.of("usrhash", "usr"));

    private static final Pattern PARAMETER = Pattern.compile("\\b(roothash|usrhash)=([0-9a-fA-F]{32,128})\\b");

    private RootHashes() {}

    /**
     * The root hashes, each with what names it.
     *
     * @param place where the partition is mounted
     * @param texts of the files that may name them, by path
     * @param partition its bytes
     */
    static Map<String, Set<String>> of(String place, Map<String, String> texts, Blocks partition) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> wanted = NAMES.getOrDefault(place, Set.of());
        texts.forEach((path, text) -> named(path, text).forEach(one -> {
            if (wanted.contains(one.name())) {
                found.computeIfAbsent(one.hash(), hash -> new TreeSet<>()).add("/" + path);
            }
        }));
        KiwiVerityMetadata.rootHash(partition).ifPresent(hash -> found.computeIfAbsent(hash, one -> new TreeSet<>())
                .add("KIWI's metadata at its end"));
        return found;
    }

    /** A hash, and the name that it stands by. */
    private record Named(String name, String hash) {
        Named {
            hash = hash.toLowerCase(Locale.ROOT);
        }
    }

    private static List<Named> named(String path, String text) {
        List<Named> found = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+", -1);
            if (line.startsWith("#")) {
                continue;
            }
            if (!path.equals("etc/veritytab")) {
                PARAMETER.matcher(line).results().forEach(one -> found.add(new Named(one.group(1), one.group(2))));
            } else if (words.length >= 4) {
                found.add(new Named(words[0], words[3]));
            }
        }
        return found;
    }
}
