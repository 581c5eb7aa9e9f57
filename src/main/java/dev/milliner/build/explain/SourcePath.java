package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.milliner.source.TreePaths;

/** The name of a source file as its archive has it. */
final class SourcePath {
    /** Where rpmbuild unpacks: rpm 6 puts a folder of the package's name below, as rpm 4.20 does. */
    private static final Pattern BUILD = Pattern.compile("^.*?/BUILD(?:/[^/]+-build)?(?:/(.*))?$");

    private SourcePath() {}

    /**
     * A file's name as seen from where sources are unpacked.
     *
     * @param folder the folder that a relative name starts from
     * @param file as a tool wrote it
     */
    static String in(String folder, String file) {
        Matcher build = BUILD.matcher(file);
        if (build.matches()) {
            return build.group(1) == null ? "" : build.group(1);
        }
        if (file.startsWith("/") || folder.isEmpty()) {
            return file.startsWith("./") ? file.substring(2) : file;
        }
        String path = TreePaths.join(folder, file);
        return path.equals(".") ? "" : path;
    }
}
