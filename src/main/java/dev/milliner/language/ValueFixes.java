package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts that could stand in place of one that a problem is about, likeliest first. */
final class ValueFixes {
    private static final int FEW = 5;
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");

    private ValueFixes() {}

    static List<String> of(Problem problem, TomlContext context, TomlSpot.InValue spot) {
        Set<String> texts = new LinkedHashSet<>(NearFixes.values(context, spot));
        texts.addAll(told(problem, context, spot));
        rewritten(problem, spot.text()).ifPresent(texts::add);
        if (texts.isEmpty() && isName(context, spot)) {
            texts.addAll(NearFixes.few(context, spot, FEW));
        }
        texts.remove(spot.text());
        texts.remove("");
        return List.copyOf(texts);
    }

    /** The words of the key's vocabulary that a message asks for. */
    private static List<String> told(Problem problem, TomlContext context, TomlSpot.InValue spot) {
        int use = problem.message().lastIndexOf("Use ");
        String asked = use < 0 ? "" : problem.message().substring(use);
        return context.stand(spot.path())
                .map(stand -> Stand.item(stand.shape()))
                .flatMap(shape -> shape instanceof Shape.Text text ? text.words() : Optional.empty())
                .map(words -> words.words().stream()
                        .filter(word -> Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                                .matcher(asked)
                                .find())
                        .toList())
                .orElse(List.of());
    }

    private static boolean isName(TomlContext context, TomlSpot.InValue spot) {
        return TomlNames.subject(context, spot)
                .map(subject -> switch (subject) {
                    case DISTRO, VERSION, OWN_VERSION, REPOSITORY, REPOSITORY_SET, TEMPLATE, TEST_SUITE -> true;
                    default -> false;
                })
                .orElse(false);
    }

    /** The same text in a form that is allowed. */
    private static Optional<String> rewritten(Problem problem, String text) {
        String message = problem.message();
        if (problem.code().equals("overlay-regex")) {
            return Optional.of(GoQuotes.quoted(text));
        }
        if (message.contains("scheme") || message.contains("http or https URL")) {
            String bare = SCHEME.matcher(text).replaceFirst("");
            return text.isBlank() || bare.indexOf(' ') >= 0 ? Optional.empty() : Optional.of("https://" + bare);
        }
        if (message.contains("Close its brackets")) {
            return Optional.of(closed(text));
        }
        if (message.contains("is an absolute path")) {
            return Optional.of(text.replaceFirst("^/+", ""));
        }
        if (message.contains("write the new name only") || message.contains("holds a slash")) {
            return Optional.of(text.replaceFirst("/+$", "").replaceFirst("^.*/", ""));
        }
        boolean plain = message.contains("holds a blank") || problem.code().equals("publish-channel");
        return plain ? Optional.of(plain(text)) : Optional.empty();
    }

    /** A name without what a plain name cannot hold. */
    static String plain(String name) {
        return name.strip().replaceAll("[^A-Za-z0-9_.+-]+", "-").replaceFirst("^[-.]+", "");
    }

    private static String closed(String glob) {
        List<Character> open = new ArrayList<>();
        for (int at = 0; at < glob.length(); at++) {
            switch (glob.charAt(at)) {
                case '[' -> open.add(']');
                case '{' -> open.add('}');
                case ']', '}' -> {
                    if (!open.isEmpty()) {
                        open.removeLast();
                    }
                }
                case '\\' -> at++;
                default -> {
                    // Other letters stand for themselves.
                }
            }
        }
        StringBuilder closed = new StringBuilder(glob);
        open.reversed().forEach(closed::append);
        return closed.toString();
    }
}
