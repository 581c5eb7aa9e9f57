package dev.milliner.serve.lsp;

import dev.milliner.upstream.OverlayVerdict;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What each overlay does, behind its header. */
record Hints(Asked asked, Remarks remarks) {
    List<InlayHint> within(Range range) {
        return remarks.verdicts(asked.text().path(), asked.state().distro()).entrySet().stream()
                .filter(entry -> range.getStart().getLine() <= entry.getKey()
                        && entry.getKey() <= range.getEnd().getLine())
                .map(entry -> hint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private InlayHint hint(int line, OverlayVerdict verdict) {
        Position end = asked.text().positions().endOfLine(line);
        InlayHint hint = new InlayHint(end, Either.forLeft(verdict.remark()));
        hint.setPaddingLeft(true);
        return hint;
    }
}
