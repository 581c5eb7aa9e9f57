package dev.milliner.level;

import dev.milliner.level.CodeFile.Kind;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackagedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a package shows that it is x86-64-v3, by its files.
 *
 * @param evidence what it comes to
 * @param reason what shows it, in words
 * @param files what each of its files that hold machine code shows, by absolute path; none where only the header was read
 */
public record PackageLevel(LevelEvidence evidence, String reason, NavigableMap<String, FileLevel> files) {
    /** With a map that nobody changes. */
    public PackageLevel {
        files = Collections.unmodifiableNavigableMap(files);
    }

    /**
     * Judges a package by its header and by those of its files that were read.
     *
     * @param installed its header
     * @param read what its files show, by path; those without machine code count for nothing
     */
    public static PackageLevel of(InstalledPackage installed, Map<String, CodeFile> read) {
        PackageFlags flags = PackageFlags.of(installed.compilerFlags());
        NavigableMap<String, FileLevel> files = new TreeMap<>();
        read.forEach((path, file) -> {
            if (file.kind() != Kind.NONE) {
                files.put(path, FileLevel.of(file, flags));
            }
        });
        List<FileLevel> programs = files.values().stream()
                .filter(one -> one.kind() != Kind.FOREIGN)
                .toList();
        if (programs.isEmpty()) {
            return withoutPrograms(installed, flags, files);
        }
        LevelEvidence evidence = Joined.of(programs);
        return new PackageLevel(evidence, words(evidence, files, programs) + "; " + flags.words(), files);
    }

    private static PackageLevel withoutPrograms(
            InstalledPackage installed, PackageFlags flags, NavigableMap<String, FileLevel> files) {
        boolean firmware = installed.files().stream()
                .anyMatch(file -> CodeFiles.isFirmware(file.path()) && !file.ghost() && file.isRegular());
        if (firmware || !files.isEmpty()) {
            return new PackageLevel(
                    LevelEvidence.UNKNOWN,
                    "it holds firmware, or machine code for another processor or in another format, of which the x86-64 levels say nothing",
                    files);
        }
        if (installed.architecture().equals("noarch")) {
            return new PackageLevel(LevelEvidence.NOARCH, "the package is noarch", files);
        }
        if (installed.files().stream().noneMatch(PackagedFile::program)) {
            return new PackageLevel(LevelEvidence.NOARCH, "none of its files holds machine code", files);
        }
        if (!installed.architecture().startsWith("x86_64")) {
            return new PackageLevel(
                    LevelEvidence.UNKNOWN,
                    "it is built for " + installed.architecture() + ", which the x86-64 levels say nothing of",
                    files);
        }
        Optional<LevelEvidence> told =
                flags.level().map(level -> FileLevel.isHigh(level) ? LevelEvidence.FLAGS : LevelEvidence.BASELINE);
        return new PackageLevel(
                told.orElse(LevelEvidence.UNKNOWN), flags.words() + ", and its files were not read", files);
    }

    /** Where files differ, the first that is less than the surest is named. */
    private static String words(
            LevelEvidence evidence, NavigableMap<String, FileLevel> files, Collection<FileLevel> programs) {
        List<String> words = new ArrayList<>(List.of(Joined.words(programs, "program")));
        boolean differ = programs.stream().map(FileLevel::evidence).distinct().count() > 1;
        if (differ || (evidence == LevelEvidence.MIXED && programs.size() > 1)) {
            files.entrySet().stream()
                    .filter(one -> one.getValue().kind() != Kind.FOREIGN)
                    .max((one, other) ->
                            one.getValue().evidence().compareTo(other.getValue().evidence()))
                    .ifPresent(one ->
                            words.add(one.getKey() + ": " + one.getValue().reason()));
        }
        return String.join("; ", words);
    }
}
