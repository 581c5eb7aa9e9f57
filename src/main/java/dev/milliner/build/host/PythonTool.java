package dev.milliner.build.host;

import dev.milliner.ground.ToolAnswer;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.UserFolder;
import java.nio.file.Path;
import java.util.List;

/** Programs that are had as Python packages, each put into a place of its own in the user's folder. */
final class PythonTool {
    private PythonTool() {}

    /**
     * The command that installs one. It takes what {@link #python} looks for.
     *
     * @param name of its place, such as {@code kiwi}
     * @param arguments of pip's {@code install}
     */
    static String install(String name, String arguments) {
        String place = place(name);
        return "python3 -m venv " + place + " && " + place + "/bin/pip install " + arguments;
    }

    /** Where Milliner looks for it, as a shell takes it. */
    private static String place(String name) {
        Path place = UserFolder.DATA.ours().resolve(name);
        Path home = UserFolder.home();
        return place.startsWith(home)
                ? "~/" + ToolCommand.shown(List.of(home.relativize(place).toString()))
                : ToolCommand.shown(List.of(place.toString()));
    }

    /** As {@link #install}, with Python first where that is missing. */
    static String withPython(String name, String arguments) {
        HostFinding python = python();
        return (python.ok() ? "" : python.fix() + " && ") + install(name, arguments);
    }

    /** Python with what makes such places. */
    static HostFinding python() {
        boolean ok = makesPlaces();
        return new HostFinding(
                "python3 with venv",
                ok,
                ok ? "available" : "missing",
                "installs KIWI",
                ok ? "" : Install.command("python3-venv", "python3"));
    }

    /** Debian leaves out of Python what a place of its own takes. */
    private static boolean makesPlaces() {
        return ToolAnswer.succeeds("python3", "-c", "import venv, ensurepip");
    }
}
