package dev.milliner.language;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A place of a file of Azure Linux 4.0, with what is typed there and what must be offered.
 *
 * @param file the file
 * @param around a text that stands there once, with a token in guillemets that is typed anew
 * @param typed what is typed of it
 * @param cut whether the line ends where is typed
 * @param first among how many of the first offers it must be
 * @param expected what must be offered
 */
public record MarkedPlace(String file, String around, String typed, boolean cut, int first, String expected) {
    private static MarkedPlace of(String line) {
        String[] parts = line.split("\t", -1);
        return new MarkedPlace(
                parts[0],
                parts[1].replace('↵', '\n'),
                parts[2],
                parts[3].equals("cut"),
                Integer.parseInt(parts[4]),
                parts[5]);
    }

    /** All places. */
    public static List<MarkedPlace> all() throws IOException {
        try (InputStream resource = Objects.requireNonNull(MarkedPlace.class.getResourceAsStream("places.tsv"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MarkedPlace::of)
                    .toList();
        }
    }

    /** Unpacks the tree that they are places of; skips the test where it is missing. */
    public static void unpack(Path root) throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", root);
        for (String component : List.of("a/anaconda/", "a/ant/", "c/chrony/", "c/cloud-init/")) {
            SharedMaterial.unpack("azurelinux/azurelinux-specs.tar.xz", "specs/" + component, root);
        }
    }

    /** Where the token stands that is typed anew. */
    private Span token(String text) {
        int open = around.indexOf('«');
        String whole = around.replace("«", "").replace("»", "");
        int at = text.indexOf(whole);
        if (at < 0) {
            throw new AssertionError("There is no " + this);
        }
        return new Span(at + open, at + around.indexOf('»') - 1);
    }

    /** The file with what is typed. */
    public Document document(Path root, int version) throws IOException {
        String text = Files.readString(root.resolve(file));
        Span token = token(text);
        int rest = cut ? Lines.endOfLine(text, token.end()) : token.end();
        return new Document(file, text.substring(0, token.start()) + typed + text.substring(rest), version);
    }

    /** Where the caret stands then. */
    public int caret(Path root) throws IOException {
        return token(Files.readString(root.resolve(file))).start() + typed.length();
    }
}
