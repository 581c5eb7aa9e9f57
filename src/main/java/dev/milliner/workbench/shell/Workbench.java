package dev.milliner.workbench.shell;

import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;

/**
 * The way into the desktop. Not an {@link Application} itself, as Java refuses to start one from the class path.
 */
public final class Workbench {
    /** The argument that makes it a rehearsal: a window that nobody sees is used for a while. */
    public static final String REHEARSE = "--rehearse";

    private static final String PULSE = "javafx.animation.pulse";
    /** So often a second can the screen change: a letter waits for its turn, and at 60 that is half of what is felt. */
    private static final String PULSES = "240";

    private static final String REGIONS = "prism.dirtyregioncount";
    /** So many places are painted apart; one more, and JavaFX paints some as one, with all that lies between them. */
    private static final String MOST_REGIONS = "15";

    /** The exit status of a tool that is missing, as the command line has it. */
    private static final int NO_DISPLAY = 3;

    private static final String SCALE = "glass.gtk.uiScale";

    private Workbench() {}

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Tells whether a process that runs already shows it. */
    private static boolean isTaken(List<String> arguments) {
        return Stream.of("--picture", REHEARSE).noneMatch(arguments::contains)
                && HandOver.of(System.getenv(), Folders.of(System.getenv()).state())
                        .offer(WorkbenchApplication.tree(arguments));
    }

    /** JavaFX takes the size of everything at its start alone. */
    private static void scale() {
        int scale = SettingsStore.read(Folders.of(System.getenv()).settings())
                .settings()
                .get(AllSettings.SCALE);
        if (scale != AllSettings.SCALE.first()) {
            setUnlessSet(SCALE, scale + "%");
        }
    }

    /**
     * Opens the workbench and returns when its windows are closed, or has a process open it that runs already.
     *
     * @param arguments optionally {@code --picture FILE}, which writes a picture of the workbench instead of opening a
     *     window, or {@link #REHEARSE}, {@code --size WIDTHxHEIGHT} and {@code --theme NAME} for it; and the distro's root folder
     */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--picture") || List.of(arguments).contains(REHEARSE)) {
            // These need no display; JavaFX draws in memory.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        if (isTaken(List.of(arguments))) {
            return;
        }
        scale();
        setUnlessSet(PULSE, PULSES);
        setUnlessSet(REGIONS, MOST_REGIONS);
        try {
            Application.launch(WorkbenchApplication.class, arguments);
        } catch (UnsupportedOperationException noDisplay) {
            String display = System.getenv("DISPLAY");
            System.err.println("milliner: There is no display to open a window on: "
                    + (display == null || display.isEmpty()
                            ? "DISPLAY is not set."
                            : "DISPLAY is '" + display + "', which can't be reached.")
                    + " Start it in a desktop session, or use the commands that `milliner help` lists.");
            System.exit(NO_DISPLAY);
        }
    }
}
