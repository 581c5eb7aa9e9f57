package dev.milliner.command;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.text.NearNames;
import dev.milliner.upstream.UpstreamVersion;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The version of upstream that {@code --on} names. */
final class AskedVersion {
    private AskedVersion() {}

    /**
     * One that the distro defines.
     *
     * @throws ParameterException where it defines no such version; the message lists those that it has
     */
    static UpstreamVersion of(String text, Distro distro, Component component, CommandLine line) {
        UpstreamVersion asked = UpstreamVersion.of(text, distro, component);
        List<UpstreamVersion> known = UpstreamVersion.all(distro);
        if (known.contains(asked)) {
            return asked;
        }
        throw unknown(text, known, line);
    }

    /** Why a text names no version that the distro defines. */
    static ParameterException unknown(String text, List<UpstreamVersion> known, CommandLine line) {
        List<String> words =
                known.stream().map(one -> one.distro() + "-" + one.version()).toList();
        return new ParameterException(
                line,
                ("The distro defines no upstream version '" + text + "' with a dist-git-branch. "
                                + (words.isEmpty() ? "It defines none." : "It has " + String.join(", ", words) + ". ")
                                + NearNames.question(words, text))
                        .strip());
    }
}
