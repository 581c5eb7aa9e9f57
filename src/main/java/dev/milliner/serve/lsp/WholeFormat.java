package dev.milliner.serve.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.jspecify.annotations.Nullable;

/**
 * Writes symbols, ranges and the numbers of colours in one go. A long file has 7,000 symbols with 14,000 ranges, and as many numbers of
 * colours, which field by field take longer than all else.
 */
final class WholeFormat implements TypeAdapterFactory {
    /** What a range takes, in letters. */
    private static final int USUAL = 80;

    /** What one of many small numbers takes. */
    private static final int LETTERS = 3;

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson json, TypeToken<T> type) {
        if (type.getRawType() == ToldSymbols.class) {
            return adapter(json, type, symbols -> ((ToldSymbols) symbols).json());
        }
        if (type.getRawType() == Range.class) {
            return adapter(json, type, range -> range(new StringBuilder(USUAL), (Range) range));
        }
        return type.getRawType() == SemanticTokens.class
                ? adapter(json, type, tokens -> tokens((SemanticTokens) tokens))
                : null;
    }

    private <T> TypeAdapter<T> adapter(Gson json, TypeToken<T> type, Function<Object, CharSequence> writing) {
        TypeAdapter<T> reading = json.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                    return;
                }
                out.jsonValue(writing.apply(value).toString());
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return reading.read(in);
            }
        };
    }

    static void quoted(StringBuilder text, String words) {
        if (isPlain(words)) {
            text.append('"').append(words).append('"');
        } else {
            text.append(new JsonPrimitive(words));
        }
    }

    private static boolean isPlain(String words) {
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }

    static StringBuilder range(StringBuilder text, Range range) {
        position(text.append("{\"start\":"), range.getStart());
        position(text.append(",\"end\":"), range.getEnd());
        return text.append('}');
    }

    private static void position(StringBuilder text, Position position) {
        text.append("{\"line\":").append(position.getLine());
        text.append(",\"character\":").append(position.getCharacter()).append('}');
    }

    private static StringBuilder tokens(SemanticTokens tokens) {
        StringBuilder text = new StringBuilder(LETTERS * tokens.getData().size() + USUAL);
        text.append('{');
        if (tokens.getResultId() != null) {
            text.append("\"resultId\":")
                    .append(new JsonPrimitive(tokens.getResultId()))
                    .append(',');
        }
        text.append("\"data\":[");
        String between = "";
        for (Integer number : tokens.getData()) {
            text.append(between).append(number);
            between = ",";
        }
        return text.append("]}");
    }
}
