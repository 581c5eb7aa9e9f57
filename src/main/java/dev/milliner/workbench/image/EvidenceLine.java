package dev.milliner.workbench.image;

import dev.milliner.image.FileKind;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelEvidence;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A package of a built image, or a file with machine code in one, with what it shows of its level.
 *
 * @param name the package's name, or the file's path
 * @param level its rung
 * @param count how many files with machine code it is or holds
 * @param bytes how large they are together
 * @param sentence what shows it
 * @param files those of a package; none of a file
 */
record EvidenceLine(
        String name, LevelEvidence level, int count, long bytes, String sentence, List<EvidenceLine> files) {
    private static final String UNOWNED = Wording.of("image.evidence-line.no-package");

    /** With a list that nobody changes. */
    EvidenceLine {
        files = List.copyOf(files);
    }

    /** The packages of an image by name, and last what belongs to none. */
    static List<EvidenceLine> of(Inspection inspection) {
        Map<String, ImageFile> byPath = inspection.files().stream()
                .collect(Collectors.toMap(ImageFile::path, Function.identity(), (first, second) -> first));
        List<EvidenceLine> lines = new ArrayList<>();
        for (Inspected one : inspection.packages()) {
            List<EvidenceLine> files = one.shown().files().entrySet().stream()
                    .map(file -> file(file.getKey(), file.getValue(), size(byPath.get(file.getKey()))))
                    .toList();
            lines.add(of(one.installed().name(), one.level(), one.shown().reason(), files));
        }
        lines.sort(Comparator.comparing(EvidenceLine::name));
        List<EvidenceLine> unowned = unowned(inspection);
        if (!unowned.isEmpty()) {
            lines.add(of(UNOWNED, together(unowned), Wording.of("image.evidence-line.files-machine-code"), unowned));
        }
        return lines;
    }

    private static List<EvidenceLine> unowned(Inspection inspection) {
        return inspection.files().stream()
                .filter(file -> file.kind() == FileKind.FILE && file.owners().isEmpty())
                .filter(file -> file.program().evidence() != LevelEvidence.NOARCH)
                .map(file -> file(file.path(), file.program(), file.size()))
                .toList();
    }

    private static EvidenceLine of(String name, LevelEvidence level, String sentence, List<EvidenceLine> files) {
        long bytes = files.stream().mapToLong(EvidenceLine::bytes).sum();
        return new EvidenceLine(name, level, files.size(), bytes, sentence, files);
    }

    private static EvidenceLine file(String path, FileLevel shown, long size) {
        return new EvidenceLine(path, shown.evidence(), 1, size, shown.reason(), List.of());
    }

    private static long size(@Nullable ImageFile file) {
        return file == null ? 0 : file.size();
    }

    /** The rung that all are on, else that they are of several. */
    private static LevelEvidence together(List<EvidenceLine> files) {
        List<LevelEvidence> rungs =
                files.stream().map(EvidenceLine::level).distinct().toList();
        return rungs.size() == 1 ? rungs.getFirst() : LevelEvidence.MIXED;
    }

    /** Those packages that are, or hold a file, of a rung; of the latter only these files. */
    static List<EvidenceLine> only(List<EvidenceLine> lines, LevelEvidence level) {
        return lines.stream()
                .map(line -> line.only(level))
                .filter(line -> line.level() == level || !line.files().isEmpty())
                .toList();
    }

    private EvidenceLine only(LevelEvidence wanted) {
        List<EvidenceLine> kept =
                files.stream().filter(file -> file.level() == wanted).toList();
        return new EvidenceLine(name, level, count, bytes, sentence, kept);
    }
}
