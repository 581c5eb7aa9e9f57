package dev.milliner.build.koji;

import java.nio.file.Path;

/** Where a hub gets a component's sources. */
public sealed interface KojiSource {
    /** How the client is told. */
    String word();

    /**
     * A repository that the hub's builders clone.
     *
     * @param url as Koji writes it: {@code git+https://host/path?folder#commit}
     */
    record Scm(String url) implements KojiSource {
        @Override
        public String word() {
            return url;
        }
    }

    /**
     * A source package that the client uploads.
     *
     * @param file a {@code .src.rpm} on this host, absolute
     */
    record Upload(Path file) implements KojiSource {
        @Override
        public String word() {
            return file.toString();
        }
    }

    /** Tells the two apart as the client does: what has a scheme is a repository. */
    static KojiSource of(String word) {
        return word.contains("://")
                ? new Scm(word)
                : new Upload(Path.of(word).toAbsolutePath().normalize());
    }
}
