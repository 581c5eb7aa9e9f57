package dev.milliner.serve.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.jspecify.annotations.Nullable;

/**
 * Writes symbols, ranges and the numbers of colours in one go. A long file has 7,000 symbols with 14,000 ranges, and as many numbers of
 * colours, which field by field take longer than all else.
 */
final class WholeFormat implements TypeAdapterFactory {
    private static final int USUAL = 240;

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson json, TypeToken<T> type) {
        if (type.getRawType() == DocumentSymbol.class) {
            return adapter(json, type, (text, symbol) -> symbol(text, (DocumentSymbol) symbol));
        }
        if (type.getRawType() == Range.class) {
            return adapter(json, type, (text, range) -> range(text, (Range) range));
        }
        return type.getRawType() == SemanticTokens.class
                ? adapter(json, type, (text, tokens) -> tokens(text, (SemanticTokens) tokens))
                : null;
    }

    private <T> TypeAdapter<T> adapter(Gson json, TypeToken<T> type, BiConsumer<StringBuilder, Object> writing) {
        TypeAdapter<T> reading = json.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                    return;
                }
                StringBuilder text = new StringBuilder(USUAL);
                writing.accept(text, value);
                out.jsonValue(text.toString());
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return reading.read(in);
            }
        };
    }

    /** With what {@link Symbols} tells of one. */
    private static void symbol(StringBuilder text, DocumentSymbol symbol) {
        quoted(text.append("{\"name\":"), symbol.getName());
        if (symbol.getDetail() != null) {
            quoted(text.append(",\"detail\":"), symbol.getDetail());
        }
        text.append(",\"kind\":").append(symbol.getKind().getValue());
        range(text.append(",\"range\":"), symbol.getRange());
        range(text.append(",\"selectionRange\":"), symbol.getSelectionRange());
        if (symbol.getChildren() != null) {
            String between = "";
            text.append(",\"children\":[");
            for (DocumentSymbol child : symbol.getChildren()) {
                symbol(text.append(between), child);
                between = ",";
            }
            text.append(']');
        }
        text.append('}');
    }

    private static void quoted(StringBuilder text, String words) {
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

    private static void range(StringBuilder text, Range range) {
        position(text.append("{\"start\":"), range.getStart());
        position(text.append(",\"end\":"), range.getEnd());
        text.append('}');
    }

    private static void position(StringBuilder text, Position position) {
        text.append("{\"line\":").append(position.getLine());
        text.append(",\"character\":").append(position.getCharacter()).append('}');
    }

    private static void tokens(StringBuilder text, SemanticTokens tokens) {
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
        text.append("]}");
    }
}
