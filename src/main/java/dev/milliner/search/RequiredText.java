package dev.milliner.search;

/** What every match of a regular expression holds, as far as can be told without trying: its longest plain stretch. */
final class RequiredText {
    private final String regex;
    private StringBuilder run = new StringBuilder();
    private String longest = "";
    private int depth;

    private RequiredText(String regex) {
        this.regex = regex;
    }

    /** The stretch; empty where nothing can be told. */
    static String of(TextSearch search) {
        return search.regex() ? new RequiredText(search.wanted()).found() : search.wanted();
    }

    private String found() {
        int at = 0;
        while (at < regex.length()) {
            char here = regex.charAt(at);
            if (here == '\\') {
                at = escape(at + 1);
                continue;
            }
            switch (here) {
                case '|' -> {
                    if (depth == 0) {
                        return "";
                    }
                }
                case '(' -> {
                    end();
                    depth++;
                }
                case ')' -> depth = Math.max(0, depth - 1);
                case '[' -> {
                    end();
                    at = endOfClass(at);
                }
                case '*', '?', '{' -> {
                    // The letter before may be missing.
                    run.setLength(Math.max(0, run.length() - 1));
                    end();
                    at = here == '{' && regex.indexOf('}', at) > 0 ? regex.indexOf('}', at) : at;
                }
                case '+', '.', '^', '$' -> end();
                default -> add(here);
            }
            at++;
        }
        end();
        return longest;
    }

    private int escape(int at) {
        if (at < regex.length() && !Character.isLetterOrDigit(regex.charAt(at))) {
            add(regex.charAt(at));
            return at + 1;
        }
        end();
        if (regex.startsWith("Q", at)) {
            int close = regex.indexOf("\\E", at);
            return close < 0 ? regex.length() : close + 2;
        }
        boolean braces = at + 1 < regex.length() && regex.charAt(at + 1) == '{' && regex.indexOf('}', at) > 0;
        boolean bytes = regex.startsWith("x", at) && !braces;
        return braces ? regex.indexOf('}', at) + 1 : Math.min(regex.length(), at + (bytes ? 3 : 1));
    }

    private int endOfClass(int open) {
        int at = open + 1;
        at += at < regex.length() && regex.charAt(at) == '^' ? 1 : 0;
        at += at < regex.length() && regex.charAt(at) == ']' ? 1 : 0;
        while (at < regex.length() && regex.charAt(at) != ']') {
            int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
            at = named > 0 ? named + 2 : at + (regex.charAt(at) == '\\' ? 2 : 1);
        }
        return at;
    }

    private void add(char letter) {
        if (depth == 0) {
            run.append(letter);
        }
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run = new StringBuilder();
    }
}
