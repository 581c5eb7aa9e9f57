package dev.milliner.serve.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
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

    /** Writes a value of a type. */
    private interface Writing {
        void write(JsonWriter out, Object value) throws IOException;
    }

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson json, TypeToken<T> type) {
        if (type.getRawType() == ToldSymbols.class) {
            return adapter(json, type, (out, symbols) -> symbols(out, (ToldSymbols) symbols));
        }
        if (type.getRawType() == Range.class) {
            return adapter(json, type, (out, range) -> range(out, (Range) range));
        }
        return type.getRawType() == SemanticTokens.class
                ? adapter(json, type, (out, tokens) -> tokens(out, (SemanticTokens) tokens))
                : null;
    }

    private <T> TypeAdapter<T> adapter(Gson json, TypeToken<T> type, Writing writing) {
        TypeAdapter<T> reading = json.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                    return;
                }
                writing.write(out, value);
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return reading.read(in);
            }
        };
    }

    /** No text of 1.5 MB is made of them, for which the collector would have to make room. */
    private static void symbols(JsonWriter out, ToldSymbols symbols) throws IOException {
        out.beginArray();
        for (String symbol : symbols.json()) {
            out.jsonValue(symbol);
        }
        out.endArray();
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

    private static void range(JsonWriter out, Range range) throws IOException {
        StringBuilder text = new StringBuilder(USUAL);
        range(text, range);
        out.jsonValue(text.toString());
    }

    static void range(StringBuilder text, Range range) {
        position(text.append("{\"start\":"), range.getStart());
        position(text.append(",\"end\":"), range.getEnd());
        text.append('}');
    }

    private static void position(StringBuilder text, Position position) {
        text.append("{\"line\":").append(position.getLine());
        text.append(",\"character\":").append(position.getCharacter()).append('}');
    }

    private static void tokens(JsonWriter out, SemanticTokens tokens) throws IOException {
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
        out.jsonValue(text.append("]}").toString());
    }
}
