package dev.milliner.serve.lsp;

import dev.milliner.language.Span;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Changes that are offered at a place. */
record Actions(Asked asked, Remarks remarks, Abilities abilities) {
    List<Either<Command, CodeAction>> of(CodeActionParams params) {
        List<String> only = params.getContext().getOnly();
        if (only != null && only.stream().noneMatch(CodeActionKind.QuickFix::startsWith)) {
            return List.of();
        }
        List<Told> told = Told.byFile(asked.state().distro(), remarks)
                .getOrDefault(asked.text().path(), List.of());
        Span span = asked.text().positions().span(params.getRange());
        return asked
                .service()
                .actions(
                        asked.document(), span, told.stream().map(Told::problem).toList())
                .stream()
                .map(this::action)
                .map(Either::<Command, CodeAction>forRight)
                .toList();
    }

    private CodeAction action(dev.milliner.language.CodeAction offered) {
        CodeAction action = new CodeAction(offered.title());
        action.setKind(CodeActionKind.QuickFix);
        Diagnosing words = new Diagnosing(asked.places(), false);
        offered.problem().ifPresent(problem -> action.setDiagnostics(List.of(words.of(new Told(problem, List.of())))));
        action.setIsPreferred(offered.preferred());
        action.setEdit(new Editing(asked.places(), abilities).of(offered.edit()));
        return action;
    }
}
