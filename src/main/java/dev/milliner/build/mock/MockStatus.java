package dev.milliner.build.mock;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.rpm.RpmbuildLine;
import dev.milliner.build.run.BuildFailed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What mock's exit statuses mean, after the list in its {@code exception.py}, and what helps. */
public enum MockStatus {
    FAILED(1, "the build failed", ""),
    NO_WRAPPER(2, "mock was started without its setuid wrapper", "run the mock that its package puts on the PATH"),
    CONFIG(3, "its configuration is not valid", "correct CONFIG"),
    COMMAND_LINE(5, "it does not take this command line", "install a newer mock"),
    ARCHITECTURE(6, "it cannot build for this architecture here", "correct target_arch in CONFIG"),
    INTERRUPTED(7, "it was interrupted", ""),
    RPMBUILD(10, "rpmbuild failed", ""),
    TIMEOUT(11, "it took longer than the limit", "find out what hangs, or raise rpmbuild_timeout in CONFIG"),
    ROOT(20, "the clean root cannot be made", "see root.log, and the repositories of CONFIG"),
    LVM(25, "LVM failed", "correct the plugin lvm_root in CONFIG"),
    PACKAGE_MANAGER(
            30,
            "its package manager failed",
            "see whether the repositories of CONFIG, or components of this build, bring what is missing"),
    EXTERNAL(31, "it does not know an external requirement", "correct the spec's BuildRequires"),
    SOURCE_PACKAGE(40, "the source package is not valid", ""),
    COMMAND(50, "the command failed", ""),
    LOCKED(60, "another process uses the same root", "wait for it, or end it"),
    LVM_LOCKED(65, "another process uses the same LVM pool", "wait for it, or end it"),
    RESULT(70, "it cannot write its results", "let the user of this build write to the build's folder"),
    NAMESPACE(80, "this host refuses a namespace", "run it outside of a container that forbids unshare"),
    BOOTSTRAP(90, "the root that makes the root cannot be made", "install podman, or set use_bootstrap in CONFIG"),
    STATE(110, "it lost count of its own states", "see state.log"),
    WEAK(120, "a weak requirement is not installed", ""),
    HANG_UP(129, "its terminal was closed", ""),
    PIPE(141, "nobody read its output", ""),
    TERMINATED(143, "somebody ended it", ""),
    UNKNOWN(-1, "it gave no reason", "");

    private static final String NO_PACKAGE = "No matching package to install";
    private static final Pattern SUMS_UP = Pattern.compile("^ERROR: (Exception\\(|Command failed)");

    private final int status;
    private final String meaning;
    private final String fix;

    MockStatus(int status, String meaning, String fix) {
        this.status = status;
        this.meaning = meaning;
        this.fix = fix;
    }

    static MockStatus of(int status) {
        return Arrays.stream(values())
                .filter(one -> one.status == status)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /**
     * What to say of a component that failed so.
     *
     * @param said what rpmbuild and mock wrote
     * @param config mock's configuration
     */
    BuildFailed failure(String component, Collection<String> said, Path config) {
        Optional<String> cause = cause(said);
        return new BuildFailed(
                "mock cannot build " + component + ": "
                        + cause.map(text -> text + " (").orElse("") + meaning + (cause.isPresent() ? ")" : ""),
                fix.replace("CONFIG", config.toString()));
    }

    /** Tells whether a line may be what {@link #cause} looks for. */
    static boolean isTelling(String line) {
        return line.startsWith(NO_PACKAGE) || RpmbuildLine.severity(line) == LogSeverity.ERROR;
    }

    /** mock sums up in lines of its own; what they sum up says more. */
    public static Optional<String> cause(Collection<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(NO_PACKAGE))
                .findFirst()
                .or(() -> Optional.of(RpmbuildLine.cause(
                        said.stream()
                                .filter(line -> !SUMS_UP.matcher(line).find())
                                .toList(),
                        "")))
                .map(line -> line.replaceFirst("^(ERROR|Error): ", ""))
                .filter(line -> !line.isBlank());
    }
}
