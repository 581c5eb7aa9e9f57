package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a line of a log means. The values that its patterns name can be used in its sentences.
 *
 * @param name of its own, for tests and for those who write rules
 * @param tools whose output it is about
 * @param match what the line looks like
 * @param unless what it must not look like
 * @param kind the kind of failure
 * @param cause what is wrong, in a sentence
 * @param fix what to do about it, in a sentence
 * @param weight how surely this is the cause and not what follows from it, from 0 to 100
 * @param certain whether the cause may be stated without a doubt
 * @param symptom whether it often follows from an error that an earlier section did not stop at
 * @param warning whether the tool goes on and may succeed
 * @param last whether the last such line says most, where the first does otherwise
 * @param sections where it can stand, such as {@code %check}; everywhere when empty
 * @param around lines near it that belong to it
 * @param gather lines right behind it that list what it is about
 * @param chain lines right behind it that each say more exactly what is wrong
 * @param file the file that it names
 * @param line the line in that file
 * @param places where among the inputs the fault may be, the likeliest first
 * @param confirm what the inputs must bear out
 */
record Rule(
        String name,
        Set<String> tools,
        Pattern match,
        Optional<Pattern> unless,
        String kind,
        Template cause,
        Template fix,
        int weight,
        boolean certain,
        boolean symptom,
        boolean warning,
        boolean last,
        Set<String> sections,
        List<Nearby> around,
        Optional<Gather> gather,
        Optional<Chain> chain,
        Template file,
        Template line,
        List<PlaceRule> places,
        Confirm confirm) {

    /** Tells whether it is about lines of a script's trace, and not about what the commands print. */
    boolean traced() {
        return match.pattern().startsWith("^\\+");
    }

    /**
     * A line near a rule's line.
     *
     * @param before whether it stands before it, and not behind
     * @param pattern what it looks like
     * @param within how many lines away at most
     * @param needed whether the rule holds only with it
     * @param shown whether it is one of the lines where the cause stands
     */
    record Nearby(boolean before, Pattern pattern, int within, boolean needed, boolean shown) {}

    /**
     * Lines that list things, right behind a rule's line.
     *
     * @param pattern what each looks like; its first group is the thing, and a line without it is passed over
     * @param name the value that the things become, with commas between; {@code first} and {@code final} are the first
     *     and the last of them
     * @param least how many there must be for the rule to hold
     */
    record Gather(Pattern pattern, String name, int least) {}

    /**
     * Lines that lead from what was wanted to what is wrong, as Go programs print wrapped errors. The cause stands in
     * the last of them, which becomes the rule's line; what it says is the value {@code inner}.
     *
     * @param more what a line looks like that the next one says more of
     * @param bare what a last line looks like that says less than the one before it
     * @param outside what a cause looks like that stands elsewhere, so that the rule does not hold
     */
    record Chain(Pattern more, Pattern bare, Pattern outside) {}

    /**
     * Where among the inputs a fault may be.
     *
     * @param probe how it is looked for
     * @param files what the names of the files look like, such as {@code *.spec}
     * @param find what the line looks like
     * @param section the section of a spec file it is in, or empty
     */
    record PlaceRule(Probe probe, List<String> files, Template find, Template section) {}

    /** How a place is looked for. */
    enum Probe {
        /** The first line that matches a pattern. */
        FIND,
        /** The line of a spec file's section that runs a traced command. */
        TRACE,
        /** The line where an XML file cannot be parsed. */
        XML,
        /** The hunk of a patch that does not match. */
        HUNK,
        /** The last line of a spec file's %files that lists a path. */
        LISTED
    }

    /** What the inputs must bear out for a rule to hold. */
    enum Confirm {
        /** Nothing. */
        NOTHING,
        /** That a patch would apply if its context were taken less strictly. */
        FUZZ,
        /** That a patch is already applied. */
        REVERSED
    }
}
