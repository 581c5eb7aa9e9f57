package dev.milliner.language;

import java.util.List;
import java.util.stream.Collectors;

/** A part of what there is to say. */
public sealed interface HoverPart {
    /**
     * A sentence or a few.
     *
     * @param text plain text
     */
    record Paragraph(String text) implements HoverPart {
        @Override
        public String markdown() {
            return escaped(text);
        }
    }

    /**
     * Names with values.
     *
     * @param facts from top to bottom
     */
    record Facts(List<Fact> facts) implements HoverPart {
        /** Takes the facts over. */
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String markdown() {
            return facts.stream()
                    .map(fact -> "- " + escaped(fact.name()) + ": " + escaped(fact.value()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A name with a value. */
    record Fact(String name, String value) {}

    /**
     * Where a value comes from.
     *
     * @param steps lowest layer first; the last one wins, lists join
     */
    record Chain(List<Step> steps) implements HoverPart {
        /** Takes the steps over. */
        public Chain {
            steps = List.copyOf(steps);
        }

        @Override
        public String markdown() {
            return steps.stream()
                    .map(step -> "1. " + escaped(step.layer() + ": " + step.value())
                            + (step.where().isEmpty() ? "" : " (`" + step.where() + "`)"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /**
     * One of the layers that set a value.
     *
     * @param layer the layer, such as {@code component}
     * @param value what it sets
     * @param file the file; empty for what is built in
     * @param line from 1; 0 for what is built in
     */
    record Step(String layer, String value, String file, int line) {
        /** The file and line as {@code file:line}; empty for what is built in. */
        public String where() {
            return file.isEmpty() ? "" : file + ":" + line;
        }
    }

    /**
     * Lines of some file.
     *
     * @param language {@code toml}, {@code spec}, {@code xml}, or empty
     * @param text the lines
     */
    record Code(String language, String text) implements HoverPart {
        @Override
        public String markdown() {
            return "```" + language + "\n" + text + "\n```";
        }
    }

    /** The part as Markdown. */
    String markdown();

    /** A text in which nothing counts as Markdown. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}
