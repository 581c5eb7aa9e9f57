package dev.milliner.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Paths as texts with {@code /} between names, cleaned as Go's {@code path.Join} does. */
public final class TreePaths {
    private TreePaths() {}

    /** Tells whether a path starts at the file system's root. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /** Puts a path under a folder, or leaves an absolute one there; without dots and doubled slashes. */
    public static String join(String folder, String path) {
        return clean(isAbsolute(path) ? path : folder + "/" + path);
    }

    /** The folder of a path; {@code .} for a mere name. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        return slash == 0 ? "/" : path.substring(0, slash);
    }

    /** The folders that a path lies in, the innermost first, without the one that it starts at: the root, or that of no name. */
    public static List<String> above(String path) {
        List<String> above = new ArrayList<>();
        String folder = folder(path);
        while (!folder.equals(".") && !folder.equals("/")) {
            above.add(folder);
            folder = folder(folder);
        }
        return above;
    }

    /** The last name of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A path relative to a root where it lies under it, else the path itself, cleaned. */
    public static String relative(String root, String path) {
        String clean = clean(path);
        if (clean.startsWith(root) && clean.length() > root.length() && clean.charAt(root.length()) == '/') {
            return clean.substring(root.length() + 1);
        }
        return clean.equals(root) ? "." : clean;
    }

    /** The shortest path that means the same. */
    public static String clean(String path) {
        if (!path.contains("//") && !path.contains("./") && !path.endsWith("/") && !path.endsWith(".")) {
            return path.isEmpty() ? "." : path;
        }
        boolean absolute = isAbsolute(path);
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                climb(names, absolute);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String joined = String.join("/", names);
        if (absolute) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }

    private static void climb(Deque<String> names, boolean absolute) {
        if (!names.isEmpty() && !names.getLast().equals("..")) {
            names.removeLast();
        } else if (!absolute) {
            names.addLast("..");
        }
    }
}
