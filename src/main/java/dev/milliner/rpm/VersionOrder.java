package dev.milliner.rpm;

/** RPM's order of version strings, {@code rpmvercmp}: digits and letters in runs, {@code ~} before, {@code ^} after. */
final class VersionOrder {
    private VersionOrder() {}

    /** Negative, zero or positive as the first string is older, equal or newer. */
    static int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            i = skip(one, i);
            j = skip(other, j);
            char a = i < one.length() ? one.charAt(i) : 0;
            char b = j < other.length() ? other.charAt(j) : 0;
            if (a == '~' || b == '~') {
                if (a != b) {
                    return a == '~' ? -1 : 1;
                }
                i++;
                j++;
                continue;
            }
            if (a == '^' || b == '^') {
                if (a != b) {
                    return caret(a, b);
                }
                i++;
                j++;
                continue;
            }
            if (a == 0 || b == 0) {
                break;
            }
            boolean digits = isDigit(a);
            int endOne = end(one, i, digits);
            int endOther = end(other, j, digits);
            if (endOther == j) {
                return digits ? 1 : -1;
            }
            int order = digits
                    ? number(one.substring(i, endOne), other.substring(j, endOther))
                    : one.substring(i, endOne).compareTo(other.substring(j, endOther));
            if (order != 0) {
                return order;
            }
            i = endOne;
            j = endOther;
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** A caret is newer than the end and older than anything else that follows. */
    private static int caret(char a, char b) {
        if (a == 0) {
            return -1;
        }
        if (b == 0) {
            return 1;
        }
        return a == '^' ? -1 : 1;
    }

    private static int number(String one, String other) {
        String a = one.replaceFirst("^0+", "");
        String b = other.replaceFirst("^0+", "");
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && !isDigit(text.charAt(i)) && !isLetter(text.charAt(i)) && !isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int end(String text, int from, boolean digits) {
        int i = from;
        while (i < text.length() && (digits ? isDigit(text.charAt(i)) : isLetter(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(char c) {
        return c == '~' || c == '^';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
