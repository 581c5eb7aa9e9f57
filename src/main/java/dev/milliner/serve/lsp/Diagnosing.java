package dev.milliner.serve.lsp;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Problems in the protocol's words. */
record Diagnosing(Places places, boolean related) {
    private static final String SOURCE = "milliner";

    List<Diagnostic> of(List<Told> problems) {
        return problems.stream().map(this::of).toList();
    }

    Diagnostic of(Told told) {
        Problem problem = told.problem();
        Diagnostic diagnostic = new Diagnostic(
                places.range(problem.place().file(), problem.place().range()),
                problem.message(),
                severity(problem.severity()),
                SOURCE);
        diagnostic.setCode(Either.forLeft(problem.code()));
        if (related && !told.related().isEmpty()) {
            diagnostic.setRelatedInformation(told.related().stream()
                    .map(other -> new DiagnosticRelatedInformation(places.location(other.place()), other.message()))
                    .toList());
        }
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }
}
