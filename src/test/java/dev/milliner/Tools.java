package dev.milliner;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tools that a real build runs. */
public final class Tools {
    private Tools() {}

    /** Skips the test where one of them is not installed. */
    public static void needed() {
        for (String tool : List.of("rpmbuild", "createrepo_c", "dnf", "umoci", "skopeo")) {
            assumeTrue(isThere(tool), "skipped: " + tool + " is not installed");
        }
    }

    /** Tells whether a tool is on the PATH. */
    public static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    }
}
