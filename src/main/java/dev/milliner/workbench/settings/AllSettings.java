package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;

/** All that can be chosen, besides keys. */
public final class AllSettings {
    /** The theme's name that means: as the desktop is set. */
    public static final String DESKTOP = "desktop";

    /** The colours. */
    public static final NameSetting THEME = new NameSetting(
            "appearance.theme",
            Wording.of("setting.appearance.theme.label"),
            Wording.of("setting.appearance.theme.about"),
            DESKTOP);

    /** The size of all there is. */
    public static final WholeSetting SCALE = new WholeSetting(
            "appearance.scale",
            Wording.of("setting.appearance.scale.label"),
            Wording.of("setting.appearance.scale.about"),
            100,
            80,
            200,
            10,
            "%");

    /** What moves by itself. */
    public static final OneOfSetting MOTION = new OneOfSetting(
            "appearance.motion",
            Wording.of("setting.appearance.motion.label"),
            Wording.of("setting.appearance.motion.about"),
            DESKTOP,
            List.of(DESKTOP, "full", "reduced"));

    /** The size of code. */
    public static final WholeSetting TEXT_SIZE = new WholeSetting(
            "editor.text-size",
            Wording.of("setting.editor.text-size.label"),
            Wording.of("setting.editor.text-size.about"),
            100,
            64,
            256,
            8,
            "%");

    /** Whether lines of code are wrapped. */
    public static final SwitchSetting WRAP = new SwitchSetting(
            "editor.word-wrap",
            Wording.of("setting.editor.word-wrap.label"),
            Wording.of("setting.editor.word-wrap.about"),
            false);

    /** Whether files are opened again. */
    public static final SwitchSetting REOPEN = new SwitchSetting(
            "start.reopen-files",
            Wording.of("setting.start.reopen-files.label"),
            Wording.of("setting.start.reopen-files.about"),
            true);

    /** Whether a build asks. */
    public static final SwitchSetting ASK_UNSAVED = new SwitchSetting(
            "build.ask-where-unsaved",
            Wording.of("setting.build.ask-where-unsaved.label"),
            Wording.of("setting.build.ask-where-unsaved.about"),
            false);

    /** Whether the desktop tells. */
    public static final SwitchSetting NOTICES = new SwitchSetting(
            "build.notices",
            Wording.of("setting.build.notices.label"),
            Wording.of("setting.build.notices.about"),
            true);

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL =
            List.of(THEME, SCALE, MOTION, TEXT_SIZE, WRAP, REOPEN, ASK_UNSAVED, NOTICES);

    private AllSettings() {}

    /** The setting of a path. */
    public static Optional<Setting<?>> find(String path) {
        return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
    }
}
