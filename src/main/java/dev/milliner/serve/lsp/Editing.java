package dev.milliner.serve.lsp;

import dev.milliner.language.FileEdit;
import dev.milliner.language.WorkspaceEdit.FileRename;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Changes of files in the protocol's words, as far as a client can make them. */
record Editing(Places places, Abilities abilities) {
    WorkspaceEdit of(dev.milliner.language.WorkspaceEdit edit) {
        return abilities.versionedEdits() ? versioned(edit) : plain(edit);
    }

    /** The files that keep their names, as the client can't give them others. */
    List<FileRename> left(dev.milliner.language.WorkspaceEdit edit) {
        return abilities.versionedEdits() && abilities.renamesFiles() ? List.of() : edit.renames();
    }

    private WorkspaceEdit plain(dev.milliner.language.WorkspaceEdit edit) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        edit.files().forEach(file -> changes.put(places.uri(file.path()), texts(file)));
        return new WorkspaceEdit(changes);
    }

    private WorkspaceEdit versioned(dev.milliner.language.WorkspaceEdit edit) {
        List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
        for (FileEdit file : edit.files()) {
            OpenDocument open = places.state().documents().get(file.path());
            Integer version = open == null ? null : Integer.valueOf(open.version());
            changes.add(Either.forLeft(new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(places.uri(file.path()), version),
                    texts(file).stream()
                            .map(Either::<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                            .toList())));
        }
        if (abilities.renamesFiles()) {
            edit.renames()
                    .forEach(rename -> changes.add(
                            Either.forRight(new RenameFile(places.uri(rename.from()), places.uri(rename.to())))));
        }
        return new WorkspaceEdit(changes);
    }

    private List<TextEdit> texts(FileEdit file) {
        TextPositions positions = new TextPositions(file.before(), places.encoding());
        boolean returns = returns(file);
        return file.edits().stream()
                .map(edit -> new TextEdit(
                        positions.range(edit.span()), returns ? edit.text().replace("\n", "\r\n") : edit.text()))
                .toList();
    }

    /** Tells whether a file's lines end with carriage returns too, which the text of an edit may not show. */
    private boolean returns(FileEdit file) {
        OpenDocument open = places.state().documents().get(file.path());
        return (open == null ? file.before() : open.text()).contains("\r\n");
    }
}
