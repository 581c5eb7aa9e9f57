package dev.milliner.build;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

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
        try {
            Process process = new ProcessBuilder("python3", "-c", "import venv, ensurepip")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
