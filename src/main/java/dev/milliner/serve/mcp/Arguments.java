package dev.milliner.serve.mcp;

import dev.milliner.text.NearNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a call was given, held against what its tool takes. */
final class Arguments {
    private final Map<String, Object> given;

    private Arguments(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * Checks what was given.
     *
     * @throws RefusedCall where something is missing, not known, or of another kind
     */
    static Arguments of(Map<String, Object> given, List<Parameter> taken) throws RefusedCall {
        List<String> names = taken.stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new RefusedCall("There is no argument '" + name + "'. " + NearNames.question(names, name)
                        + " It takes: " + String.join(", ", names) + ".");
            }
        }
        for (Parameter parameter : taken) {
            check(parameter, given.get(parameter.name()));
        }
        return new Arguments(given);
    }

    private static void check(Parameter parameter, @org.jspecify.annotations.Nullable Object value) throws RefusedCall {
        if (value == null) {
            if (parameter.required()) {
                throw new RefusedCall("The argument '" + parameter.name() + "' is missing: " + parameter.description());
            }
            return;
        }
        boolean fits =
                switch (parameter.kind()) {
                    case STRING -> value instanceof String;
                    case INTEGER -> value instanceof Integer number && number >= 0;
                };
        if (parameter.required() && "".equals(value)) {
            throw new RefusedCall("The argument '" + parameter.name() + "' is empty: " + parameter.description());
        }
        if (!fits) {
            throw new RefusedCall("The argument '" + parameter.name() + "' must be "
                    + (parameter.kind() == Parameter.Kind.STRING ? "a text." : "a whole number from 0 on."));
        }
        if (!parameter.words().isEmpty() && !parameter.words().contains(value)) {
            throw new RefusedCall("The argument '" + parameter.name() + "' must be one of "
                    + String.join(", ", parameter.words()) + ".");
        }
    }

    /** A text that has to be there. */
    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("The tool takes no " + name + "."));
    }

    /** A text that may be there; an empty one counts as none. */
    Optional<String> optional(String name) {
        return given.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A number, or what counts where it is not given. */
    int number(String name, int otherwise) {
        return given.get(name) instanceof Integer number ? number : otherwise;
    }
}
