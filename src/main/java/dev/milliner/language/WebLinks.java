package dev.milliner.language;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of the web in any text. */
final class WebLinks {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>`\\[\\]{}]+[^\\s\"'<>`\\[\\]{}.,;:!?)]");

    private WebLinks() {}

    static Stream<DocumentLink> of(String text) {
        return ADDRESS.matcher(text)
                .results()
                .filter(found -> found.group().indexOf('$') < 0)
                .map(found -> new DocumentLink(new Span(found.start(), found.end()), found.group(), true));
    }
}
