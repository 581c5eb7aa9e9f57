package dev.milliner.workbench.report;

import dev.milliner.build.host.HostLevel;
import dev.milliner.ground.Amount;
import dev.milliner.ground.Release;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Screen;

/** Which Milliner runs on which Java and system. */
final class SystemLines {
    private static final Path RELEASE = Path.of("/etc/os-release");
    private static final String NAME = "PRETTY_NAME=";

    private SystemLines() {}

    /** What the screens are; asked on the JavaFX thread. */
    static List<String> screens() {
        return Screen.getScreens().stream()
                .map(screen -> "Screen: " + (long) screen.getBounds().getWidth() + " x "
                        + (long) screen.getBounds().getHeight() + ", scale " + screen.getOutputScaleX())
                .toList();
    }

    /** All of it as text. */
    static String text(List<String> screens) {
        Map<String, String> environment = System.getenv();
        Runtime runtime = Runtime.getRuntime();
        List<String> lines = new ArrayList<>(List.of(
                "Milliner: " + Release.VERSION,
                "Java: " + property("java.runtime.version") + ", " + property("java.vendor"),
                "JavaFX: " + property("javafx.runtime.version"),
                "System: " + distro() + ", " + property("os.name") + " " + property("os.version"),
                "Processor: " + property("os.arch") + ", " + HostLevel.read().label() + ", "
                        + Amount.of(runtime.availableProcessors(), "processor"),
                "Memory for Milliner: " + Words.size(runtime.maxMemory()) + " at most",
                "Language: " + Locale.getDefault().toLanguageTag() + ", " + property("native.encoding"),
                "Desktop: "
                        + Optional.ofNullable(environment.get("XDG_CURRENT_DESKTOP"))
                                .orElse("none is named")
                        + ", "
                        + Optional.ofNullable(environment.get("XDG_SESSION_TYPE"))
                                .orElse("no kind of session is named")));
        lines.addAll(screens);
        return String.join("\n", lines);
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String distro() {
        try {
            return Files.readAllLines(RELEASE).stream()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).replace("\"", ""))
                    .findFirst()
                    .orElse("a system that does not name itself");
        } catch (IOException none) {
            return "a system that does not name itself";
        }
    }
}
