package dev.milliner.workbench.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * A colour scheme.
 *
 * @param name its name, as it is remembered
 * @param stylesheet the URL of its CSS
 * @param dark whether it stands on the dark base
 */
public record Theme(String name, String stylesheet, boolean dark) {
    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Italic.ttf");

    /** The dark scheme that comes with Milliner. */
    public static Theme darkScheme() {
        return new Theme("dark", resource("themes/dark.css"), true);
    }

    /** The light scheme that comes with Milliner. */
    public static Theme lightScheme() {
        return new Theme("light", resource("themes/light.css"), false);
    }

    /** Those that come with Milliner. */
    static List<Theme> builtIn() {
        return List.of(
                darkScheme(),
                lightScheme(),
                new Theme("high-contrast-dark", resource("themes/high-contrast-dark.css"), true),
                new Theme("high-contrast-light", resource("themes/high-contrast-light.css"), false),
                new Theme("warm", resource("themes/warm.css"), false),
                new Theme("cool", resource("themes/cool.css"), true));
    }

    /** What menus call it. */
    public String label() {
        return label(name);
    }

    /** What menus call a scheme of some name, and the desktop's choice. */
    static String label(String name) {
        return name.equals(AllSettings.DESKTOP)
                ? Wording.of("shell.theme.desktop-set")
                : Words.capital(name.replace('-', ' '));
    }

    /** All schemes: Milliner's and the user's own in a folder. */
    public static List<Theme> all(Path userThemes) {
        Stream<Theme> builtIn = builtIn().stream();
        if (!Files.isDirectory(userThemes)) {
            return builtIn.toList();
        }
        try (Stream<Path> files = Files.list(userThemes)) {
            List<Theme> own = files.filter(file -> file.toString().endsWith(".css"))
                    .sorted()
                    .map(Theme::user)
                    .toList();
            return Stream.concat(builtIn, own.stream()).toList();
        } catch (IOException unreadable) {
            return builtIn.toList();
        }
    }

    private static Theme user(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.css$", "");
        return new Theme(name, file.toUri().toString(), declaresDark(file));
    }

    private static boolean declaresDark(Path file) {
        try {
            return Files.readString(file).contains("-milliner-scheme: dark");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The scheme with a remembered name; the desktop's where there is none of that name. */
    public static Theme named(String name, List<Theme> all) {
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return all.stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElse(dark ? darkScheme() : lightScheme());
    }

    /** Dresses a scene in this scheme. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        // A user's scheme that was copied from an earlier Milliner lacks the colours that were named since.
        String base = (dark ? darkScheme() : lightScheme()).stylesheet();
        scene.getStylesheets().setAll(base, stylesheet, resource("workbench.css"));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getStylesheets().add(resource("opaque-popups.css"));
        }
    }

    /** Loads the fonts that come with Milliner; once, before the first scene. */
    public static void loadFonts() {
        for (String file : FONTS) {
            Font.loadFont(resource("fonts/" + file), 13);
        }
    }

    private static String resource(String name) {
        URL url = Theme.class.getResource("/dev/milliner/workbench/" + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
