package dev.milliner.workbench.report;

import dev.milliner.build.host.Doctor;
import dev.milliner.build.host.HostFinding;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.Setting;
import dev.milliner.workbench.settings.Settings;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the parts of a report come from.
 *
 * @param settings what the user has chosen
 * @param log the folder of Milliner's own log
 * @param builds where builds have their folders
 * @param distro the distro that is open
 */
public record ReportSource(Settings settings, Path log, Path builds, Optional<Distro> distro) {
    /** The name of the part that the person writes. */
    static final String WORDS = "what-happened.txt";

    /** What the part that the person writes begins with. */
    static final String QUESTIONS = Wording.of("report.source.questions");

    /**
     * Puts the parts together, which takes a moment.
     *
     * @param screens what the screens are
     */
    List<ReportPart> parts(List<String> screens, Hidden hidden) {
        return Stream.of(
                        new ReportPart(WORDS, Wording.of("report.source.happened-your-words"), QUESTIONS, true),
                        new ReportPart(
                                "system.txt",
                                Wording.of("report.source.milliner-java-system"),
                                SystemLines.text(screens),
                                true),
                        new ReportPart("settings.txt", Wording.of("report.source.settings-you-chose"), chosen(), true),
                        new ReportPart(
                                "log.txt", Wording.of("report.source.last-lines-milliners"), LogEnd.of(log), true),
                        new ReportPart("doctor.txt", Wording.of("report.source.machine-can-build"), doctor(), true),
                        new ReportPart("files.txt", Wording.of("report.source.names-distros-files"), files(), false))
                .map(part -> new ReportPart(part.file(), part.title(), hidden.in(part.text()), part.isChosen()))
                .toList();
    }

    /** What is understood of the settings' file; whatever else stands in it is left out. */
    private String chosen() {
        Map<String, String> lines = new TreeMap<>();
        AllSettings.ALL.stream()
                .filter(setting -> !settings.get(setting).equals(setting.first()))
                .forEach(setting -> lines.put(setting.path(), line(setting)));
        settings.keys().forEach((command, keys) -> lines.put("keys." + command, "keys." + command + " = " + keys));
        return lines.isEmpty() ? "All is as it comes." : String.join("\n", lines.values());
    }

    private String line(Setting<?> setting) {
        return setting.path() + " = " + settings.get(setting);
    }

    private String doctor() {
        return Doctor.examine(builds).stream().map(ReportSource::line).collect(Collectors.joining("\n"));
    }

    private static String line(HostFinding finding) {
        return (finding.ok() ? "ok  " : "--  ") + finding.check() + ": " + finding.found()
                + (finding.ok() ? "" : " (" + finding.needed() + ")");
    }

    private String files() {
        return distro.map(open ->
                        open.files().stream().map(Object::toString).sorted().collect(Collectors.joining("\n")))
                .filter(names -> !names.isEmpty())
                .orElse("No distro is open.");
    }
}
