package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import dev.milliner.toml.TomlLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Walks over the tokens of a TOML text and knows which brackets are open and which key is being given a value. */
final class TomlWalk {
    private final TextLines lines;
    private final List<TomlFrame> frames = new ArrayList<>();
    private List<TomlToken> key = new ArrayList<>();
    private boolean afterEquals;
    private boolean ended;

    private TomlWalk(TextLines lines) {
        this.lines = lines;
    }

    /** A walk that stands at the start of a line. Only lines that opened a bracket which is still open are looked at. */
    static TomlWalk to(TextLines lines, int line) {
        TomlWalk walk = new TomlWalk(lines);
        Deque<Integer> opening = new ArrayDeque<>();
        int needed = lines.depth(line);
        boolean inString = TomlLexer.insideString(lines.state(line));
        for (int at = line - 1; at >= 0 && (needed > 0 || inString); at--) {
            boolean stringGoesOn = TomlLexer.insideString(lines.state(at));
            if (lines.depth(at) < needed || (inString && !stringGoesOn)) {
                opening.push(at);
                needed = Math.min(needed, lines.depth(at));
            }
            inString &= stringGoesOn;
        }
        opening.forEach(at -> walk.line(at, token -> true));
        return walk;
    }

    /** Goes through a line as long as a condition holds. */
    void line(int line, Predicate<TomlToken> goesOn) {
        while (frames.size() > lines.depth(line)) {
            frames.removeLast();
        }
        if (frames.isEmpty() && lines.state(line) == LineLexer.START) {
            forgetKey();
            ended = false;
        }
        for (TomlToken token : TomlToken.of(lines, line)) {
            if (!goesOn.test(token)) {
                return;
            }
            step(token);
        }
    }

    void step(TomlToken token) {
        if (token.kind() == TokenKind.KEY) {
            if (afterEquals) {
                forgetKey();
            }
            key.add(token);
        } else if (token.is('=')) {
            afterEquals = true;
            ended = false;
        } else if (token.is('[') || token.is('{')) {
            frames.add(new TomlFrame(token.is('{'), keys(), token.span().start()));
            forgetKey();
            ended = false;
        } else if (token.is(']') || token.is('}')) {
            if (!frames.isEmpty()) {
                frames.removeLast();
            }
            forgetKey();
            ended = true;
        } else if (token.is(',')) {
            forgetKey();
            ended = false;
        } else if (token.kind() != TokenKind.COMMENT) {
            ended = true;
        }
    }

    private void forgetKey() {
        key = new ArrayList<>();
        afterEquals = false;
    }

    /** The brackets that are open, outermost first. */
    List<TomlFrame> frames() {
        return List.copyOf(frames);
    }

    /** The segments of the key that was begun last; none where a value ended behind it. */
    List<Segment> segments() {
        if (key.isEmpty()) {
            return List.of();
        }
        int start = key.getFirst().span().start();
        return TomlQuotes.segments(
                lines.text().substring(start, key.getLast().span().end()), start);
    }

    private List<String> keys() {
        return segments().stream().map(Segment::name).toList();
    }

    boolean isAfterEquals() {
        return afterEquals;
    }

    /** Tells whether a value ended last, so that a comma or a line's end comes next. */
    boolean isEnded() {
        return ended;
    }

    boolean isInList() {
        return !frames.isEmpty() && !frames.getLast().table();
    }
}
