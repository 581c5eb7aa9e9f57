package dev.milliner.serve.lsp;

import dev.milliner.language.Document;
import dev.milliner.language.LanguageService;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.Position;

/**
 * What a question is about.
 *
 * @param text the document as it was when the question came
 * @param state the state of the distro that answers, which may be a few edits behind the document
 */
record Asked(OpenDocument text, DistroState state) {
    LanguageService service() {
        return state.service();
    }

    Document document() {
        return text.document();
    }

    int offset(Position position) {
        return text.positions().offset(position);
    }

    /** Places in the document as it was when the question came, and in all other files. */
    Places now() {
        Map<String, OpenDocument> documents = new HashMap<>(state.documents());
        documents.put(text.path(), text);
        return new Places(new DistroState(state.number(), state.distro(), state.service(), documents), text.encoding());
    }

    Places places() {
        return new Places(state, text.encoding());
    }
}
