package dev.milliner.build;

/** Programs that are had as Python packages, each put into a place of its own in the user's folder. */
final class PythonTool {
    private PythonTool() {}

    /**
     * The command that installs one, with Python itself where that is missing or lacks what makes such places.
     *
     * @param name of its place, such as {@code kiwi}
     * @param arguments of pip's {@code install}
     */
    static String install(String name, String arguments) {
        String place = "~/.local/share/milliner/" + name;
        String python = makesPlaces() ? "" : Install.command("python3-venv", "python3") + " && ";
        return python + "python3 -m venv " + place + " && " + place + "/bin/pip install " + arguments;
    }

    /** Debian leaves out of Python what a place of its own takes. */
    private static boolean makesPlaces() {
        return ToolAnswer.succeeds("python3", "-c", "import venv, ensurepip");
    }
}
