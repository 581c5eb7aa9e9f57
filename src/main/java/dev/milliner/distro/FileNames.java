package dev.milliner.distro;

import java.util.Optional;

/** What azldev takes for the plain name of a file. */
final class FileNames {
    private FileNames() {}

    /** What is wrong with a name, to follow the words "the name"; empty where it is sound. */
    static Optional<String> fault(String name) {
        if (isPlain(name)) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("stands for a folder");
        }
        if (name.indexOf('/') >= 0) {
            return Optional.of("holds a slash");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("holds a backslash");
        }
        if (name.chars().anyMatch(FileNames::isSpace)) {
            return Optional.of("holds a blank");
        }
        if (name.chars().anyMatch(character -> character > 127 || character == 0)) {
            return Optional.of("holds a character that is not plain ASCII");
        }
        return Optional.empty();
    }

    /** Letters, digits and the marks of package names only, so that nothing else need be looked for. */
    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char here = name.charAt(at);
            boolean letter = (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z');
            if (!letter && !(here >= '0' && here <= '9') && here != '-' && here != '_' && here != '+') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isSpace(int character) {
        return character == ' '
                || (character >= '\t' && character <= '\r')
                || character == 0x85
                || character == 0xa0
                || Character.isSpaceChar(character);
    }
}
