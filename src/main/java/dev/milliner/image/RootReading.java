package dev.milliner.image;

import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.rpm.ElfLevel;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.Level;
import dev.milliner.rpm.LevelCounts;
import dev.milliner.rpm.LevelEvidence;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what a root holds while its files are read one by one, in any order and from any kind of artifact. */
final class RootReading implements AutoCloseable {
    /** A larger file is taken as silent; programs of this size carry their notes in the first part anyway. */
    private static final int LARGEST_PROGRAM = 256 * 1024 * 1024;

    private static final int START = 4;

    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, ElfLevel.Reading> programs = new TreeMap<>();
    private final Path temporary;

    RootReading() throws IOException {
        this.temporary = Files.createTempDirectory("milliner-inspect");
    }

    /**
     * Reads a regular file. A later file of the same path takes the place of an earlier one.
     *
     * @param path in the image, without the leading slash
     * @param size in bytes
     * @param content its bytes; not closed
     */
    void file(String path, long size, InputStream content) throws IOException {
        sizes.put(path, size);
        programs.remove(path);
        if (RpmDatabase.PLACES.contains(databaseOf(path))) {
            Files.createDirectories(kept(path).getParent());
            Files.write(kept(path), content.readAllBytes());
            return;
        }
        byte[] start = content.readNBytes(START);
        if (ElfLevel.isElf(start)) {
            byte[] rest = content.readNBytes(LARGEST_PROGRAM);
            byte[] whole = new byte[start.length + rest.length];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(rest, 0, whole, start.length, rest.length);
            programs.put(path, ElfLevel.of(whole));
        }
    }

    /** Takes a file or a folder out again, as an upper layer does. */
    void remove(String path) {
        sizes.keySet().removeIf(known -> known.equals(path) || known.startsWith(path + "/"));
        programs.keySet().removeIf(known -> known.equals(path) || known.startsWith(path + "/"));
    }

    Inspection result(String format) throws IOException {
        List<Inspected> packages = new ArrayList<>();
        for (String place : RpmDatabase.PLACES) {
            if (sizes.containsKey(place)) {
                for (InstalledPackage installed : RpmDatabase.read(kept(place))) {
                    packages.add(new Inspected(installed, evidence(installed)));
                }
                break;
            }
        }
        List<ImageFile> files = new ArrayList<>();
        sizes.forEach((path, size) -> files.add(new ImageFile("/" + path, size)));
        return new Inspection(
                format,
                packages,
                LevelCounts.of(packages.stream().map(Inspected::level).toList()),
                files);
    }

    private LevelEvidence evidence(InstalledPackage installed) {
        int notes = 0;
        int silent = 0;
        boolean low = false;
        for (String path : installed.files()) {
            ElfLevel.Reading reading = programs.get(path.substring(1));
            if (reading == null || reading.answer() == ElfLevel.Answer.NO_PROGRAM) {
                continue;
            }
            if (reading.level().isEmpty()) {
                silent++;
            } else {
                notes++;
                low |= reading.level().get().compareTo(Level.V3) < 0;
            }
        }
        if (notes + silent == 0) {
            return LevelEvidence.NOARCH;
        }
        if (low) {
            return LevelEvidence.BASELINE;
        }
        return silent == 0 ? LevelEvidence.V3 : LevelEvidence.UNKNOWN;
    }

    private Path kept(String path) {
        return temporary.resolve(path);
    }

    /** The database that a file belongs to: itself, or the one whose journal it is. */
    private static String databaseOf(String path) {
        return path.replaceFirst("-(wal|shm|journal)$", "");
    }

    @Override
    public void close() throws IOException {
        TemporaryFolder.delete(temporary);
    }
}
