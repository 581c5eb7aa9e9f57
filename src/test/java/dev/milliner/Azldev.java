package dev.milliner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The real azldev, where it is on the PATH. */
public final class Azldev {
    private Azldev() {}

    /**
     * What came of a call.
     *
     * @param succeeded whether it ended well
     * @param said all that it wrote
     */
    public record Answer(boolean succeeded, String said) {}

    /** Tells whether it can be asked. */
    public static boolean isThere() {
        return Tools.isThere("azldev");
    }

    /** Prepares a component's sources, without what lies in a lookaside, without git, and with no user's configuration. */
    public static Answer prepare(Path root, String component, Path out) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "azldev",
                        "component",
                        "prepare-sources",
                        "-p",
                        component,
                        "-o",
                        out.toString(),
                        "--force",
                        "--skip-sources",
                        "--without-git",
                        "--skip-lock-validation"))
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().put("AZLDEV_ALLOW_ROOT", "1");
        builder.environment().put("XDG_CONFIG_HOME", root.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor() == 0, said);
    }
}
