package dev.milliner.workbench.editor;

import dev.milliner.language.Document;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.words.Wording;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Asks about a text as it is; an answer that comes after another edit is dropped. */
final class CaretQuestions {
    private final OpenFile file;
    private final LanguageDesk desk;
    private final Later later = new Later(Wording.of("activity.questions-caret"));
    private int version;

    CaretQuestions(OpenFile file, LanguageDesk desk) {
        this.file = file;
        this.desk = desk;
    }

    /** The text is another. */
    void edited() {
        version++;
    }

    /**
     * Asks something; nothing is asked before the distro was resolved first.
     *
     * @param question finds the answer, off the JavaFX thread
     * @param answer takes it, on the JavaFX thread
     */
    <T> void ask(BiFunction<LanguageDesk.Known, Document, T> question, Consumer<T> answer) {
        int at = version;
        desk.known()
                .ifPresent(known -> later.ask(() -> question.apply(known, LanguageDesk.document(file, at)), found -> {
                    if (at == version) {
                        answer.accept(found);
                    }
                }));
    }

    void close() {
        later.close();
    }
}
