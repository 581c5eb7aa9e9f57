package dev.milliner.build.koji;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What a hub says of one task, field by field.
 *
 * @param task the answer
 */
record TaskAnswer(JsonNode task) {
    /** A text, or an empty one where there is none. */
    String text(String field) throws KojiFailed {
        JsonNode value = task.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw strange(field, value);
        }
        return value.asString();
    }

    /** A number of a task, or empty where there is none. */
    OptionalLong number(String field) throws KojiFailed {
        JsonNode value = task.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw strange(field, value);
        }
        return OptionalLong.of(value.asLong());
    }

    /** A number that every task has. */
    long needed(String field) throws KojiFailed {
        return number(field).orElseThrow(() -> strange(field, task.path(field)));
    }

    /** The state. */
    TaskState state() throws KojiFailed {
        long number = needed("state");
        if (number != (int) number) {
            throw strange("state", task.path("state"));
        }
        return TaskState.of((int) number);
    }

    /** A moment in seconds since 1970, or 0 where there is none. */
    double moment(String field) throws KojiFailed {
        JsonNode value = task.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw strange(field, value);
        }
        return value.doubleValue();
    }

    private static KojiFailed strange(String field, JsonNode value) {
        return strange("'" + field + "' of a task is " + (value.isMissingNode() ? "missing" : shortened(value)));
    }

    /** Says that an answer has not the form it should have. */
    static KojiFailed strange(String what) {
        return new KojiFailed(
                KojiFailure.UNAVAILABLE,
                "The hub gave an answer that is not understood: " + what,
                "its version may be newer or older than those known here");
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
