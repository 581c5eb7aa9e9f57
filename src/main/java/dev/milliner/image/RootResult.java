package dev.milliner.image;

import dev.milliner.ground.FileTrouble;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.RootReading.Found;
import dev.milliner.level.CodeFile;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelCounts;
import dev.milliner.level.PackageFlags;
import dev.milliner.level.PackageLevel;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackagedFile;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what a root's files are with what its rpm database knows. */
final class RootResult {
    private final RootReading reading;
    private final Map<String, FileLevel> levels = new HashMap<>();

    RootResult(RootReading reading) {
        this.reading = reading;
    }

    Inspection of(String format, Carrier carrier) throws IOException {
        List<InstalledPackage> installed = installed(carrier);
        Map<String, List<String>> owners = new HashMap<>();
        List<Inspected> packages = new ArrayList<>();
        for (InstalledPackage one : installed) {
            Map<String, CodeFile> programs = new HashMap<>();
            for (PackagedFile file : one.files()) {
                String path = real(file.path());
                owners.computeIfAbsent(path, unowned -> new ArrayList<>(1)).add(one.name());
                Found found = reading.found().get(path);
                if (found != null) {
                    programs.put("/" + path, found.program());
                }
            }
            PackageLevel level = PackageLevel.of(one, programs);
            level.files().forEach(levels::putIfAbsent);
            packages.add(new Inspected(one, level));
        }
        List<ImageFile> files = files(owners);
        return new Inspection(
                format,
                carrier,
                packages,
                LevelCounts.of(packages.stream().map(Inspected::level).toList()),
                files,
                OsRelease.parse(RootReading.OS_RELEASE.stream()
                        .map(reading::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")),
                BootFiles.of(files),
                reading.remarks());
    }

    private List<InstalledPackage> installed(Carrier carrier) throws IOException {
        for (String place : RpmDatabase.PLACES) {
            if (reading.hasFile(place)) {
                return RpmDatabase.read(reading.kept(place));
            }
        }
        Optional<String> old = reading.found().keySet().stream()
                .filter(path -> RootReading.OLD_DATABASE.matcher(path).matches())
                .findFirst();
        if (old.isPresent()) {
            return installed(old.get(), OlderDatabase.of(old.get()));
        }
        reading.remark(
                carrier.unread().isEmpty()
                        ? "It has no rpm database, so its packages are not known."
                        : "No rpm database is on what was read, so its packages are not known.");
        return List.of();
    }

    private List<InstalledPackage> installed(String path, OlderDatabase older) throws IOException {
        try (InputStream bytes = Files.newInputStream(reading.kept(path))) {
            return older.read(bytes);
        } catch (IOException unread) {
            reading.remark("Its packages are not listed: the rpm database /" + path + " is of the " + older.label()
                    + " kind, and " + FileTrouble.words(unread)
                    + ". 'rpmdb --rebuilddb' of an rpm that knows it, run on a copy of the root with %_db_backend sqlite, makes"
                    + " one that is read.");
            return List.of();
        }
    }

    /** What belongs to no package is judged by itself. */
    private FileLevel level(String path, CodeFile program) {
        FileLevel known = levels.get(path);
        return known == null ? FileLevel.of(program, PackageFlags.NONE) : known;
    }

    private List<ImageFile> files(Map<String, List<String>> owners) {
        List<ImageFile> files = new ArrayList<>(reading.found().size());
        for (Found one : reading.found().values()) {
            RootEntry entry = one.entry();
            files.add(new ImageFile(
                    "/" + entry.path(),
                    entry.kind(),
                    entry.size(),
                    entry.mode(),
                    entry.user(),
                    entry.group(),
                    entry.target(),
                    owners.getOrDefault(entry.path(), List.of()),
                    level("/" + entry.path(), one.program())));
        }
        return files;
    }

    /** Packages may name a file by way of a merged folder such as /bin; where that is a link, the file is behind it. */
    private String real(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        int slash = plain.indexOf('/');
        if (slash < 0 || reading.found().containsKey(plain)) {
            return plain;
        }
        Found first = reading.found().get(plain.substring(0, slash));
        if (first == null || first.entry().kind() != FileKind.LINK) {
            return plain;
        }
        return RootPath.of(first.entry().target()).orElse(plain.substring(0, slash)) + plain.substring(slash);
    }

    /**
     * The files of a package, as its header describes them.
     *
     * @param programs what its files that hold machine code show, by path
     */
    static Inspection ofPackage(InstalledPackage one, Map<String, CodeFile> programs) {
        PackageLevel level = PackageLevel.of(one, programs);
        List<ImageFile> files = one.files().stream()
                .filter(file -> !file.ghost())
                .map(file -> file(file, one.name(), level.files().getOrDefault(file.path(), FileLevel.NONE)))
                .sorted(Comparator.comparing(ImageFile::path))
                .toList();
        return new Inspection(
                "rpm",
                new Carrier.Plain(),
                List.of(new Inspected(one, level)),
                LevelCounts.of(List.of(level.evidence())),
                files,
                Map.of(),
                BootFiles.of(files),
                List.of());
    }

    /** The files of a database on its own, as its packages describe them. */
    static Inspection ofDatabase(List<InstalledPackage> installed) throws IOException {
        Map<String, ImageFile> files = new java.util.TreeMap<>();
        List<Inspected> packages = new ArrayList<>();
        for (InstalledPackage one : installed) {
            packages.add(new Inspected(one, PackageLevel.of(one, Map.of())));
            one.files().stream()
                    .filter(file -> !file.ghost())
                    .forEach(
                            file -> files.merge(file.path(), file(file, one.name(), FileLevel.NONE), RootResult::both));
        }
        List<ImageFile> all = List.copyOf(files.values());
        return new Inspection(
                "rpmdb",
                new Carrier.Plain(),
                packages,
                LevelCounts.of(packages.stream().map(Inspected::level).toList()),
                all,
                Map.of(),
                BootFiles.of(all),
                List.of("Its files are those its packages say they brought."));
    }

    private static ImageFile both(ImageFile first, ImageFile second) {
        List<String> owners = new ArrayList<>(first.owners());
        owners.addAll(second.owners());
        return new ImageFile(
                first.path(),
                first.kind(),
                first.size(),
                first.mode(),
                first.user(),
                first.group(),
                first.target(),
                owners,
                first.program());
    }

    private static ImageFile file(PackagedFile file, String owner, FileLevel program) {
        FileKind kind = FileKind.of(file.mode());
        return new ImageFile(
                file.path(),
                kind,
                kind == FileKind.FILE ? file.size() : 0,
                file.mode() & 07777,
                file.user(),
                file.group(),
                file.target(),
                List.of(owner),
                program);
    }
}
