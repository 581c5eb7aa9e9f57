package dev.milliner.workbench.shell;

import dev.milliner.ground.PrivateFiles;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.welcome.Recent;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the workbench remembers from one start to the next.
 *
 * @param window where the window was
 * @param side the side panel's share of the width
 * @param inspector where the inspector begins, as a share of the width
 * @param bottom where the bottom panel begins, as a share of the height
 * @param sessions what was on the screen, by distro root
 * @param recent the distros that were open, the newest first
 * @param open the windows that are open
 */
public record Memory(
        Window window,
        double side,
        double inspector,
        double bottom,
        Map<String, Session> sessions,
        List<Recent> recent,
        List<Open> open) {
    private static final int MOST_RECENT = 8;
    private static final ObjectMapper JSON = JsonMapper.shared();

    /** A window's place in pixels; a width of 0 means that none was remembered. */
    public record Window(double x, double y, double width, double height, boolean maximised) {}

    /**
     * A window on a distro.
     *
     * @param root the distro's root folder
     * @param place where it stands
     */
    public record Open(String root, Window place) {}

    /** What a first start begins with. */
    public static final Memory FIRST =
            new Memory(new Window(0, 0, 0, 0, false), 0.22, 0.74, 0.72, Map.of(), List.of(), List.of());

    /**
     * What was read.
     *
     * @param memory what is remembered; {@link #FIRST} where nothing is
     * @param told what could not be read, in a sentence
     */
    public record Read(Memory memory, Optional<String> told) {}

    /** Reads what was remembered. What can't be read is set aside, and the first memory stands for it. */
    public static Read read(Path file, SetAside aside) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Read(FIRST, Optional.empty());
        }
        try {
            Memory memory = JSON.readValue(Files.readString(file), Memory.class);
            return new Read(whole(memory), Optional.empty());
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            return new Read(FIRST, Optional.of(aside.move(file, Wording.of("shell.memory.what-was-remembered"))));
        }
    }

    /** The same where nothing lacks and all paths are paths. */
    private static Memory whole(@Nullable Memory read) {
        if (read == null || isNull(read.window)) {
            throw new IllegalArgumentException("It lacks a part.");
        }
        Map<String, Session> sessions = new LinkedHashMap<>();
        if (!isNull(read.sessions)) {
            read.sessions.forEach((root, session) -> {
                if (isPath(root)) {
                    sessions.put(root, Session.whole(session));
                }
            });
        }
        return new Memory(
                read.window,
                share(read.side, FIRST.side),
                share(read.inspector, FIRST.inspector),
                share(read.bottom, FIRST.bottom),
                sessions,
                recent(read.recent),
                open(read.open));
    }

    private static List<Recent> recent(@Nullable List<Recent> read) {
        return read == null
                ? List.of()
                : read.stream()
                        .filter(one -> !isNull(one) && isPath(one.root()) && !isNull(one.name()))
                        .toList();
    }

    private static List<Open> open(@Nullable List<Open> read) {
        return read == null
                ? List.of()
                : read.stream()
                        .filter(one -> !isNull(one) && isPath(one.root()) && !isNull(one.place()))
                        .toList();
    }

    private static double share(double value, double otherwise) {
        return value >= 0 && value <= 1 ? value : otherwise;
    }

    /** What is read from a file may lack what its type says is there. */
    private static boolean isNull(@Nullable Object value) {
        return Objects.isNull(value);
    }

    /** Tells whether a text is a path. */
    static boolean isPath(@Nullable String text) {
        try {
            return text != null && Path.of(text).getNameCount() >= 0;
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /**
     * Writes it.
     *
     * @throws IOException if it can't be written
     */
    public void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** The same where a distro was opened. */
    public Memory opened(Recent now) {
        List<Recent> all = new ArrayList<>(List.of(now));
        recent.stream()
                .filter(one -> !one.root().equals(now.root()))
                .limit(MOST_RECENT - 1)
                .forEach(all::add);
        return new Memory(window, side, inspector, bottom, sessions, all, open);
    }

    /** The same without a distro that was open. */
    public Memory without(Recent gone) {
        List<Recent> rest = recent.stream().filter(one -> !one.equals(gone)).toList();
        return new Memory(window, side, inspector, bottom, sessions, rest, open);
    }

    /** The same where a distro's screen is another. */
    Memory withSession(Path root, Session session) {
        Map<String, Session> all = new LinkedHashMap<>(sessions);
        all.put(root.toString(), session);
        return new Memory(window, side, inspector, bottom, all, recent, open);
    }

    /** The same where other windows are open. */
    Memory withOpen(List<Open> now) {
        return new Memory(window, side, inspector, bottom, sessions, recent, List.copyOf(now));
    }

    /** Where the window of a distro stood when it was remembered as open; where the last one stood otherwise. */
    Window placeOf(Path root) {
        return open.stream()
                .filter(one -> one.root().equals(root.toString()))
                .map(Open::place)
                .findFirst()
                .orElse(window);
    }

    /** The same with another layout. */
    public Memory withLayout(Window place, double sideShare, double inspectorShare, double bottomShare) {
        return new Memory(place, sideShare, inspectorShare, bottomShare, sessions, recent, open);
    }
}
