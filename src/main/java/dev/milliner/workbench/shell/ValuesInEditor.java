package dev.milliner.workbench.shell;

import dev.milliner.distro.Layer;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEdit;
import dev.milliner.toml.TomlScalarEntry;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.inspector.ValueChanges;
import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/** Changes values in the text of the editor, so that a change is seen where it is made, and can be taken back. */
final class ValuesInEditor implements ValueChanges, AutoCloseable {
    private final OpenFiles files;
    private final PageHost host;
    private final Later later = new Later(Wording.of("activity.change-value"));

    ValuesInEditor(OpenFiles files, PageHost host) {
        this.files = files;
        this.host = host;
    }

    @Override
    public void set(Layer layer, String key, Object value) {
        TextRange line = new TextRange(layer.line(), 1, layer.line(), 1);
        host.goTo(new Place(layer.file(), line));
        files.open(layer.file(), editor -> {
            String text = editor.text();
            later.ask(
                    () -> TomlScalarEntry.at(TomlDocument.parse(text), layer.line(), key)
                            .flatMap(entry -> TomlEdit.set(text, entry.path(), value)),
                    changed -> show(
                            editor,
                            text,
                            changed,
                            Wording.of("shell.values-in-editor.key-at", key, layer.file(), layer.line())));
        });
    }

    private void show(CodeEditor editor, String before, Optional<String> changed, String what) {
        if (changed.isPresent() && editor.text().equals(before)) {
            editor.replaceAll(changed.get());
            host.say(Wording.of("shell.values-in-editor.changed-ctrl-z", what));
        } else {
            host.say(Wording.of("shell.values-in-editor.left-could-not", what));
        }
    }

    @Override
    public void close() {
        later.close();
    }
}
