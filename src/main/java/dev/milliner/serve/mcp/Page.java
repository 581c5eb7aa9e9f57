package dev.milliner.serve.mcp;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A part of a long list, as an agent asked for it. */
final class Page {
    private static final int USUAL = 100;

    private Page() {}

    /** What a tool takes whose answer is a list. */
    static List<Parameter> parameters(Parameter... others) {
        List<Parameter> all = new ArrayList<>(List.of(others));
        all.add(Parameter.number("offset", "How many to pass over; 0 if not given."));
        all.add(Parameter.number("limit", "How many to give; " + USUAL + " if not given."));
        return all;
    }

    /**
     * Puts a part of a list into an answer, with how many there are.
     *
     * @param name what the list is called there
     * @param into the answer
     */
    static ObjectNode of(Arguments arguments, String name, List<? extends JsonNode> all, ObjectNode into) {
        int from = Math.min(arguments.number("offset", 0), all.size());
        int to = (int) Math.min((long) from + arguments.number("limit", USUAL), all.size());
        into.put("total", all.size()).put("offset", from);
        ArrayNode part = into.putArray(name);
        all.subList(from, to).forEach(part::add);
        return into;
    }
}
