package dev.milliner.differential;

import dev.milliner.distro.Severity;
import dev.milliner.image.KiwiDocument;
import dev.milliner.image.KiwiItem;
import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.image.KiwiRepository;
import dev.milliner.image.KiwiSelection;
import dev.milliner.image.Phase;
import dev.milliner.source.DiskTree;
import dev.milliner.text.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Milliner makes of a description, in the form of {@code kiwi_answers.py}.
 *
 * @param answer what counts, or {@code refused}
 * @param why what is wrong with it
 */
record DescriptionAnswer(String answer, String why) {
    static DescriptionAnswer of(Path file, List<String> profiles, String architecture) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            KiwiDocument document =
                    KiwiDocument.read(new DiskTree(folder), file.getFileName().toString());
            KiwiSelection selection = new KiwiSelection(document, profiles, architecture);
            List<String> errors = Stream.concat(
                            document.problems().stream(), selection.problems(Place.startOf("azldev.toml")).stream())
                    .filter(problem -> problem.severity() == Severity.ERROR
                            || problem.code().equals("kiwi-dracut-module"))
                    // What the package manager refuses later, KIWI does not know yet.
                    .filter(problem -> !problem.code().equals("kiwi-shadowed-package"))
                    .map(problem -> problem.place().file() + ":"
                            + problem.place().range().line() + ": " + problem.message())
                    .toList();
            return errors.isEmpty()
                    ? new DescriptionAnswer(counted(selection), "")
                    : new DescriptionAnswer("refused", String.join("\n", errors));
        } catch (IOException broken) {
            return new DescriptionAnswer("refused", String.valueOf(broken.getMessage()));
        }
    }

    private static String counted(KiwiSelection selection) {
        List<String> fields = new ArrayList<>(List.of(
                selection.type(),
                selection.packageManagerName(),
                selection.version(),
                patterns(selection, Phase.BOOTSTRAP),
                patterns(selection, Phase.IMAGE),
                String.join(" ", selection.profiles()),
                String.join(" ", selection.packages(Phase.BOOTSTRAP)),
                String.join(" ", selection.packages(Phase.IMAGE))));
        for (Phase phase : Phase.values()) {
            fields.add(all(selection.items(phase, Kind.IGNORE)));
        }
        for (Kind kind : List.of(Kind.COLLECTION, Kind.PRODUCT)) {
            for (Phase phase : Phase.values()) {
                fields.add(each(selection.items(phase, kind)));
            }
        }
        fields.add(all(selection.modules(Phase.BOOTSTRAP)));
        fields.add(each(selection.removed(true)));
        fields.add(each(selection.removed(false)));
        fields.add(String.join(
                " ",
                selection.repositories().stream().map(KiwiRepository::source).toList()));
        return String.join("|", fields);
    }

    private static String patterns(KiwiSelection selection, Phase phase) {
        return selection.isWeak(phase) ? "plusRecommended" : "onlyRequired";
    }

    private static String all(List<KiwiItem> items) {
        return String.join(" ", items.stream().map(KiwiItem::name).sorted().toList());
    }

    private static String each(List<KiwiItem> items) {
        return String.join(
                " ", items.stream().map(KiwiItem::name).sorted().distinct().toList());
    }
}
