package dev.milliner.image.kiwi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What the parser of XML says, for people. */
final class ParserWords {
    /** How the parser says that names are not used well: the kind, and two names. */
    private static final Pattern NAMES = Pattern.compile("REC-xml-names-\\d+#(\\w+)\\?([^&]*)&([^&]*)");

    private ParserWords() {}

    /** Why a text is no XML, to follow a colon. */
    static String of(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        String words = message.replaceFirst("(?s)^ParseError at .*?Message: ", "")
                .lines()
                .findFirst()
                .orElse(message);
        if (words.startsWith("JAXP")) {
            return "its entities hold more than is read";
        }
        Matcher names = NAMES.matcher(words);
        if (names.find()) {
            return switch (names.group(1)) {
                case "AttributeNotUnique" -> "'" + names.group(3) + "' stands twice in <" + names.group(2) + ">";
                default -> "a prefix of '" + names.group(2) + "' or '" + names.group(3) + "' is of no namespace";
            };
        }
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
