package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.ThreeWay;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A commit of a component's dist-git, brought to the sources that are taken now. What every commit does by the way, a higher
 * release and a line of the change log, is left out.
 *
 * @param commit its full hash
 * @param subject the first line of its message
 * @param before the component's sources without it
 * @param wanted what they are to be
 * @param conflicts where it does not fit, in words
 */
public record Backport(String commit, String subject, Sources before, Sources wanted, List<String> conflicts) {
    private static final int SHORT_HASH = 12;

    /**
     * Reads a commit.
     *
     * @param commit its hash, or the beginning of it
     * @param before the sources that it is brought to
     * @throws SourceUnavailableException where it can't be had
     */
    public static Backport of(Distro distro, Component component, String commit, Sources before)
            throws SourceUnavailableException {
        if (component.isLocal()) {
            throw new SourceUnavailableException(
                    "The spec of " + component.name() + " is local, so there is no dist-git with commits.");
        }
        DistGit.Committed read = DistGit.of(distro, component).commit(commit);
        String spec = component.name() + ".spec";
        ThreeWay merged = ThreeWay.of(read.before(), usual(spec, read.before(), read.after()), before);
        return new Backport(read.hash(), read.subject(), before, merged.merged(), merged.conflicts());
    }

    /** Why its overlays are there, in words. */
    public String reason() {
        return "Backport of upstream's " + commit.substring(0, SHORT_HASH) + ": " + subject;
    }

    /** The sources after a commit, with the release and the change log of those before it; as they are where the spec is no plain text. */
    private static Sources usual(String path, Sources before, Sources after) {
        Optional<Spec> old = before.file(path).flatMap(SourceFile::lines);
        Optional<Spec> now = after.file(path).flatMap(SourceFile::lines);
        if (old.isEmpty() || now.isEmpty()) {
            return after;
        }
        List<SpecRead> reads = old.get().read();
        List<String> log =
                reads.stream().filter(Backport::isLog).map(SpecRead::text).toList();
        List<String> releases =
                reads.stream().filter(Backport::isRelease).map(SpecRead::text).toList();
        SourceFile file = after.file(path).orElseThrow();
        return after.with(path, file.withText(text(now.get().read(), log, releases)));
    }

    private static String text(List<SpecRead> now, List<String> log, List<String> releases) {
        List<String> lines = new ArrayList<>();
        boolean logged = false;
        int release = 0;
        for (SpecRead read : now) {
            if (isLog(read)) {
                lines.addAll(logged ? List.of() : log);
                logged = true;
            } else if (isRelease(read) && release < releases.size()) {
                lines.add(releases.get(release++));
            } else {
                lines.add(read.text());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean isLog(SpecRead read) {
        return read.section().name().equals("%changelog") && !(read.line() instanceof SpecLine.Header);
    }

    private static boolean isRelease(SpecRead read) {
        return read.line() instanceof SpecLine.Tag tag && tag.name().equalsIgnoreCase("Release");
    }
}
