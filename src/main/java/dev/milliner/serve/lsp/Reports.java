package dev.milliner.serve.lsp;

import java.util.List;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;

/** What is wrong with a document, for clients that ask. */
record Reports(Asked asked, Remarks remarks, boolean related) {
    /**
     * The report.
     *
     * @param result the name of the report that the client has; null where it has none
     */
    DocumentDiagnosticReport since(@Nullable String result) {
        List<Told> problems = Told.byFile(asked.state().distro(), remarks)
                .getOrDefault(asked.text().path(), List.of());
        String name = Integer.toHexString(problems.hashCode());
        if (name.equals(result)) {
            return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(name));
        }
        RelatedFullDocumentDiagnosticReport report =
                new RelatedFullDocumentDiagnosticReport(new Diagnosing(asked.places(), related).of(problems));
        report.setResultId(name);
        return new DocumentDiagnosticReport(report);
    }
}
