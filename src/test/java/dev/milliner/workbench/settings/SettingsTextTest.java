package dev.milliner.workbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Keys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of settings says holds as far as it is sound, and what is not is told with its line. */
class SettingsTextTest {
    @Test
    void whatIsChosenHolds() {
        SettingsText text = SettingsText.of("""
                [appearance]
                theme = "warm"
                scale = 150
                motion = "reduced"
                [editor]
                text-size = 120
                word-wrap = true
                [start]
                reopen-files = false
                [build]
                ask-where-unsaved = true
                notices = false
                [keys]
                "file.save" = "Ctrl+Shift+W"
                "go.search" = ""
                """);
        assertThat(text.told()).isEmpty();
        Settings settings = text.settings();
        assertThat(settings.get(AllSettings.THEME)).isEqualTo("warm");
        assertThat(settings.get(AllSettings.SCALE)).isEqualTo(150);
        assertThat(settings.get(AllSettings.MOTION)).isEqualTo("reduced");
        assertThat(settings.get(AllSettings.TEXT_SIZE)).isEqualTo(120);
        assertThat(settings.get(AllSettings.WRAP)).isTrue();
        assertThat(settings.get(AllSettings.REOPEN)).isFalse();
        assertThat(settings.get(AllSettings.ASK_UNSAVED)).isTrue();
        assertThat(settings.get(AllSettings.NOTICES)).isFalse();
        assertThat(settings.keys()).isEqualTo(Map.of("file.save", "Ctrl+Shift+W", "go.search", ""));
        assertThat(settings.values()).as("all there are").hasSize(AllSettings.ALL.size());
    }

    @Test
    void nothingIsChosenAtFirst() {
        assertThat(SettingsText.of("").settings()).isEqualTo(Settings.FIRST);
        for (Setting<?> setting : AllSettings.ALL) {
            assertThat(setting.chosen(Settings.stored(setting.first())))
                    .as(setting.path())
                    .isPresent();
            assertThat(setting.label()).isNotEmpty();
            assertThat(setting.meaning()).endsWith(".");
        }
    }

    @Test
    void whatIsAtFaultIsToldWithItsLineAndTheRestHolds() {
        SettingsText text = SettingsText.of("""
                [appearance]
                theme = 7
                scale = 300
                colour = "red"
                [editor]
                text-size = 120
                [keys]
                "file.save" = "Ctrl+Hat"
                """);
        assertThat(text.told())
                .containsExactly(
                        "settings.toml:2: appearance.theme must be a text in quotes. desktop holds.",
                        "settings.toml:3: appearance.scale must be a number from 80 to 200. 100 holds.",
                        "settings.toml:4: There is no setting appearance.colour.",
                        "settings.toml:8: The keys of file.save must be such as \"Ctrl+Shift+S\", or \"\" for none.");
        assertThat(text.settings().values()).isEqualTo(Map.of("editor.text-size", 120L));
    }

    static List<Setting<?>> all() {
        return AllSettings.ALL;
    }

    /** As a person would write it. */
    private static String file(Setting<?> setting, String value) {
        int dot = setting.path().lastIndexOf('.');
        return "[" + setting.path().substring(0, dot) + "]\n" + setting.path().substring(dot + 1) + " = " + value
                + "\n";
    }

    private static Object other(Setting<?> setting) {
        return switch (setting) {
            case NameSetting name -> "warm";
            case OneOfSetting words -> words.words().getLast();
            case WholeSetting whole -> whole.least();
            case SwitchSetting one -> !one.first();
        };
    }

    private static List<String> wrong(Setting<?> setting) {
        return switch (setting) {
            case NameSetting name -> List.of("7", "true", "[]");
            case OneOfSetting words -> List.of("7", "true", "\"other\"");
            case WholeSetting whole ->
                List.of("\"x\"", String.valueOf(whole.most() + 1), String.valueOf(whole.least() - 1));
            case SwitchSetting one -> List.of("\"yes\"", "1");
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsReadAndWhatItDoesNotTakeIsToldWithFileAndLine(Setting<?> setting) {
        Object other = other(setting);
        String value = other instanceof String text ? "\"" + text + "\"" : String.valueOf(other);
        SettingsText sound = SettingsText.of(file(setting, value));
        assertThat(sound.told()).isEmpty();
        assertThat((Object) sound.settings().get(setting)).isEqualTo(other).isNotEqualTo(setting.first());
        for (String bad : wrong(setting)) {
            SettingsText faulty = SettingsText.of(file(setting, bad));
            assertThat(faulty.told())
                    .containsExactly("settings.toml:2: " + setting.path() + " must be " + setting.choices() + ". "
                            + setting.first() + " holds.");
            assertThat((Object) faulty.settings().get(setting)).isEqualTo(setting.first());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsInTheDocument(Setting<?> setting) throws java.io.IOException {
        assertThat(java.nio.file.Files.readString(java.nio.file.Path.of("docs/settings.md")))
                .contains("| `" + setting.path() + "` |");
    }

    @Test
    void aBrokenFileSaysWhere() {
        assertThat(SettingsText.of("[appearance\ntheme = \"warm\"\n").told())
                .first()
                .asString()
                .startsWith("settings.toml:1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ctrl+S",
                "Ctrl+Shift+S",
                "Alt+F12",
                "F9",
                "Ctrl+.",
                "Ctrl+Shift+.",
                "Ctrl+1",
                "Shift+F3",
                "Ctrl+,",
                "Alt+←"
            })
    void keysAreReadAsTheyAreWritten(String words) {
        assertThat(Keys.of(words).map(Keys::words)).contains(words);
    }

    @Test
    void whatAreNoKeysIsTold() {
        assertThat(List.of("", "Ctrl", "Ctrl+", "Hat+S", "Ctrl+Shift", "Ctrl++Shift"))
                .allSatisfy(words -> assertThat(Keys.of(words)).as(words).isEmpty());
    }
}
