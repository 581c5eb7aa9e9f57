package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import dev.milliner.text.TokenKind;
import dev.milliner.toml.TomlLexer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what stands at an offset of a TOML text, from the lines above it that matter. */
final class TomlScan {
    private static final TomlSpot NOTHING = new TomlSpot.Nothing();

    private final TextLines lines;
    private final int offset;
    private final int line;
    private final TomlWalk walk;
    private @Nullable TomlToken here;
    private boolean inComment;

    private TomlScan(TextLines lines, int offset) {
        this.lines = lines;
        this.offset = offset;
        this.line = lines.lineAt(offset);
        this.walk = TomlWalk.to(lines, line);
    }

    static TomlSpot at(TextLines lines, int offset) {
        int line = lines.lineAt(offset);
        return lines.isHeader(line) ? inHeader(lines, line, offset) : new TomlScan(lines, offset).spot();
    }

    private static TomlSpot inHeader(TextLines lines, int line, int offset) {
        TomlHeader header = TomlHeader.of(lines, line);
        int open = header.span().start() + (header.list() ? 2 : 1);
        if (offset < open || (header.closed() && offset >= header.span().end())) {
            return NOTHING;
        }
        for (int index = 0; index < header.segments().size(); index++) {
            if (header.segments().get(index).span().touches(offset)) {
                return new TomlSpot.InHeader(header, index);
            }
        }
        return NOTHING;
    }

    private TomlSpot spot() {
        walk.line(line, this::goesOn);
        if (inComment) {
            return NOTHING;
        }
        TomlToken token = here;
        return token == null ? blank() : inToken(token);
    }

    private boolean goesOn(TomlToken token) {
        boolean word =
                token.kind() == TokenKind.KEY || token.kind() == TokenKind.STRING || token.kind() == TokenKind.NUMBER;
        if (token.kind() == TokenKind.COMMENT) {
            inComment = token.span().start() < offset;
            return false;
        }
        if (word && token.span().touches(offset)) {
            here = token;
            return false;
        }
        return token.span().start() < offset;
    }

    private TomlSpot inToken(TomlToken token) {
        if (token.kind() == TokenKind.KEY) {
            return inKey(token);
        }
        boolean goesOn =
                TomlLexer.insideString(lines.state(line)) && token.span().start() == lines.start(line);
        Span inside = goesOn ? insideContinued(token) : token.inside();
        if (!inside.touches(offset)) {
            return NOTHING;
        }
        String text = lines.text().substring(inside.start(), inside.end());
        return value(inside, text, token.kind() == TokenKind.STRING);
    }

    /** The line of a string that began in a line above. */
    private Span insideContinued(TomlToken token) {
        boolean closes = token.text().endsWith("\"\"\"") || token.text().endsWith("'''");
        return new Span(token.span().start(), token.span().end() - (closes ? 3 : 0));
    }

    private TomlSpot inKey(TomlToken token) {
        walk.step(token);
        List<Segment> segments = walk.segments();
        for (int index = 0; index < segments.size(); index++) {
            if (segments.get(index).span().touches(offset)) {
                return new TomlSpot.InKey(around(), segments, index, isFollowed(token));
            }
        }
        return NOTHING;
    }

    private boolean isFollowed(TomlToken token) {
        String text = lines.text();
        int at = token.span().end();
        while (at < text.length() && " \t.\"'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '=';
    }

    private TomlSpot blank() {
        boolean inString =
                TomlLexer.insideString(lines.state(line)) && lines.line(line).isEmpty();
        if (walk.isAfterEquals() || inString) {
            return walk.isEnded() && !inString ? NOTHING : value(Span.at(offset), "", false);
        }
        if (!walk.segments().isEmpty()) {
            return afterDot();
        }
        if (walk.isEnded()) {
            return NOTHING;
        }
        return walk.isInList()
                ? value(Span.at(offset), "", false)
                : new TomlSpot.InKey(around(), List.of(new Segment("", Span.at(offset))), 0, false);
    }

    /** A key that was begun, and no equals sign yet. */
    private TomlSpot afterDot() {
        List<Segment> segments = new ArrayList<>(walk.segments());
        return segments.getLast().name().isEmpty()
                ? new TomlSpot.InKey(around(), segments, segments.size() - 1, false)
                : NOTHING;
    }

    private TomlAround around() {
        return TomlAround.of(lines, line, walk.frames());
    }

    private TomlSpot value(Span span, String text, boolean quoted) {
        List<String> keys = new ArrayList<>();
        for (TomlFrame frame : walk.frames()) {
            if (frame.table()) {
                keys.clear();
            } else {
                keys.addAll(frame.keys());
            }
        }
        boolean inList = walk.isInList();
        walk.segments().forEach(segment -> keys.add(segment.name()));
        return new TomlSpot.InValue(around(), List.copyOf(keys), span, text, quoted, inList);
    }
}
