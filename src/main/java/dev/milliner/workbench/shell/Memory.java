package dev.milliner.workbench.shell;

import dev.milliner.workbench.files.FileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the workbench remembers from one start to the next.
 *
 * @param theme the theme's name, or {@link Theme#DESKTOP}
 * @param window where the window was
 * @param side the side panel's share of the width
 * @param inspector where the inspector begins, as a share of the width
 * @param bottom where the bottom panel begins, as a share of the height
 * @param openFiles the open files by distro root; the first is the one in front
 */
public record Memory(
        String theme,
        Window window,
        double side,
        double inspector,
        double bottom,
        Map<String, List<String>> openFiles) {
    private static final ObjectMapper JSON = JsonMapper.shared();

    /** A window's place in pixels; a width of 0 means that none was remembered. */
    public record Window(double x, double y, double width, double height, boolean maximised) {}

    /** What a first start begins with. */
    public static final Memory FIRST =
            new Memory(Theme.DESKTOP, new Window(0, 0, 0, 0, false), 0.22, 0.74, 0.72, Map.of());

    /** Reads what was remembered; a first or an unreadable memory is {@link #FIRST}. */
    public static Memory read(Path file) {
        try {
            Memory memory = JSON.readValue(Files.readString(file), Memory.class);
            return memory.theme() == null || memory.window() == null || memory.openFiles() == null ? FIRST : memory;
        } catch (IOException | JacksonException none) {
            return FIRST;
        }
    }

    /**
     * Writes it.
     *
     * @throws IOException if it can't be written
     */
    public void write(Path file) throws IOException {
        FileText.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** The same with another theme. */
    public Memory withTheme(String name) {
        return new Memory(name, window, side, inspector, bottom, openFiles);
    }

    /** The same with other open files of one distro. */
    public Memory withOpenFiles(Path root, List<String> paths) {
        Map<String, List<String>> all = new LinkedHashMap<>(openFiles);
        all.put(root.toString(), List.copyOf(paths));
        return new Memory(theme, window, side, inspector, bottom, all);
    }

    /** The same with another layout. */
    public Memory withLayout(Window place, double sideShare, double inspectorShare, double bottomShare) {
        return new Memory(theme, place, sideShare, inspectorShare, bottomShare, openFiles);
    }
}
