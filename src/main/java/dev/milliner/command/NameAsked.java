package dev.milliner.command;

import dev.milliner.text.NearNames;
import java.util.Collection;
import java.util.Map;

/**
 * A name that somebody asked for.
 *
 * @param what what it should name, such as {@code component}
 * @param name the name
 */
record NameAsked(String what, String name) {
    private static final int FEW = 12;

    /**
     * What the name stands for.
     *
     * @throws InputException where it stands for nothing; the message has the names that are near
     */
    <T> T in(Map<String, T> known) {
        T found = known.get(name);
        if (found == null) {
            throw new InputException(missing(known.keySet()));
        }
        return found;
    }

    /** Says that the name stands for nothing, and which it may be meant for. */
    String missing(Collection<String> known) {
        return "The distro has no " + what + " '" + TerminalOutput.oneLine(name) + "'." + hint(known);
    }

    private String hint(Collection<String> known) {
        String near = near(name, known);
        boolean few = !known.isEmpty() && known.size() <= FEW;
        return near.isEmpty() && few ? " It has " + String.join(", ", known) + "." : near;
    }

    /** Asks whether a name near to one that is not there is meant; empty where none is near. */
    static String near(String name, Collection<String> known) {
        String question = NearNames.question(known, name);
        return question.isEmpty() ? "" : " " + question;
    }
}
