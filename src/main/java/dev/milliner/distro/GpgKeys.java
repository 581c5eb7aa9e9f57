package dev.milliner.distro;

import dev.milliner.source.TreePaths;

/** Keys that repositories are signed with: URIs, or paths that become {@code file://} URIs. */
final class GpgKeys {
    private static final String UNESCAPED = "-_.~$&+,/:;=@!'()*";

    private GpgKeys() {}

    /** A repository or set whose key, if it is a path, is made a URI. */
    static TableValue absolute(TableValue repository, String folder) {
        if (repository.at("gpg-key") instanceof TextValue key && !key.text().isEmpty() && !hasScheme(key.text())) {
            String path = TreePaths.join(folder, key.text());
            return repository.with("gpg-key", new TextValue("file://" + escaped(path), key.place()));
        }
        return repository;
    }

    /** Tells whether a text starts with a scheme and a colon. */
    static boolean hasScheme(String text) {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean letter = (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z');
            boolean later = (here >= '0' && here <= '9') || here == '+' || here == '-' || here == '.';
            if (at > 0 && here == ':') {
                return true;
            }
            if (!letter && (at == 0 || !later)) {
                return false;
            }
        }
        return false;
    }

    /** Tells whether a key lies on this machine. */
    static boolean isLocal(String key) {
        return !key.isEmpty()
                && (!hasScheme(key)
                        || GoUrl.parse(key)
                                .filter(url -> url.scheme().equals("file"))
                                .isPresent());
    }

    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (character < 128 && (Character.isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0)) {
                escaped.append(character);
            } else {
                escaped.append("%%%02X".formatted((int) character));
            }
        }
        return escaped.toString();
    }
}
