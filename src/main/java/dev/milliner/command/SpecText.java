package dev.milliner.command;

import dev.milliner.distro.SpecSource;
import dev.milliner.source.SourceTree;

/** Where a spec comes from, in a few words. */
final class SpecText {
    private SpecText() {}

    static String of(SpecSource spec, SourceTree tree) {
        if (!spec.type().equals("upstream")) {
            return spec.path().map(tree::relative).orElse(spec.type());
        }
        StringBuilder text = new StringBuilder(spec.upstreamDistro().orElse("upstream"));
        spec.upstreamVersion().ifPresent(version -> text.append(' ').append(version));
        spec.upstreamName().ifPresent(name -> text.append(" as ").append(name));
        spec.upstreamCommit().ifPresent(commit -> text.append(" @").append(commit, 0, Math.min(12, commit.length())));
        return text.toString();
    }
}
