package dev.milliner.command;

import dev.milliner.ground.Amount;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import java.io.PrintWriter;

/**
 * What overlays do, as text for people.
 *
 * @param out where it goes
 * @param colourful whether to colour added and removed lines
 */
record OverlaysText(PrintWriter out, boolean colourful) {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    void print(OverlaidComponent overlaid) {
        out.println(TerminalOutput.oneLine(overlaid.component().name()) + ": "
                + Amount.of(overlaid.effects().size(), "overlay") + " on "
                + Amount.of(overlaid.found().sources().files().size(), "file") + ", "
                + overlaid.basis().label());
        overlaid.effects().forEach(this::print);
    }

    private void print(OverlayEffect effect) {
        var overlay = effect.overlay();
        out.println();
        out.println(effect.number() + "  " + overlay.type() + "  "
                + overlay.place().file() + ":" + overlay.place().range().line() + "  "
                + effect.verdict().text());
        if (!overlay.description().isBlank()) {
            out.println("   " + overlay.description());
        }
        effect.error().ifPresent(error -> out.println("   " + error));
        effect.changes().forEach(this::print);
    }

    private void print(FileChange change) {
        String what = change.isNew() ? "  new" : change.isGone() ? "  removed" : "";
        out.println("   " + change.file() + what + "  +" + change.added() + " -" + change.removed());
        for (Hunk hunk : change.hunks()) {
            out.println("   @@ line " + (hunk.beforeStart() + 1) + " @@");
            change.removedLines(hunk).forEach(line -> line("-" + line, RED));
            change.addedLines(hunk).forEach(line -> line("+" + line, GREEN));
        }
    }

    private void line(String text, String colour) {
        if (colourful) {
            TerminalOutput.coloured(out, colour, "   " + text, PLAIN);
        } else {
            out.println("   " + text);
        }
    }
}
