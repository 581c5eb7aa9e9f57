package dev.milliner.workbench.settings;

import java.util.List;
import java.util.Optional;

/** All that can be chosen, besides keys. */
public final class AllSettings {
    /** The theme's name that means: as the desktop is set. */
    public static final String DESKTOP = "desktop";

    /** The colours. */
    public static final NameSetting THEME = new NameSetting(
            "appearance.theme",
            "Colour scheme",
            "Milliner's own and those in the folder themes beside the settings; or the desktop's choice of dark or light.",
            DESKTOP);

    /** The size of all there is. */
    public static final WholeSetting SCALE = new WholeSetting(
            "appearance.scale",
            "Size of everything",
            "Text, icons and rows, from the next start on. 100 is the size that the desktop asks for.",
            100,
            80,
            200,
            10,
            "%");

    /** What moves by itself. */
    public static final OneOfSetting MOTION = new OneOfSetting(
            "appearance.motion",
            "Motion",
            "What blinks, grows or runs to and fro by itself; reduced, it stays still.",
            DESKTOP,
            List.of(DESKTOP, "full", "reduced"));

    /** The size of code. */
    public static final WholeSetting TEXT_SIZE = new WholeSetting(
            "editor.text-size",
            "Size of code",
            "The text in editors; Ctrl++ and Ctrl+- change it for one of them, and Ctrl+0 comes back to this.",
            100,
            64,
            256,
            8,
            "%");

    /** Whether files are opened again. */
    public static final SwitchSetting REOPEN = new SwitchSetting(
            "start.reopen-files",
            "Open the last files again",
            "When a distro is opened, those that were open in it before.",
            true);

    /** Whether a build asks. */
    public static final SwitchSetting ASK_UNSAVED = new SwitchSetting(
            "build.ask-where-unsaved",
            "Ask before a build takes in what is not saved",
            "A build always takes what is on the screen; without this it only says so.",
            false);

    /** Whether the desktop tells. */
    public static final SwitchSetting NOTICES = new SwitchSetting(
            "build.notices",
            "Tell when a build has ended",
            "By a notice of the desktop, while another window is in front.",
            true);

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = List.of(THEME, SCALE, MOTION, TEXT_SIZE, REOPEN, ASK_UNSAVED, NOTICES);

    private AllSettings() {}

    /** The setting of a path. */
    public static Optional<Setting<?>> find(String path) {
        return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
    }
}
