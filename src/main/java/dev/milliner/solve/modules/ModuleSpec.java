package dev.milliner.solve.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a module is named: {@code NAME[:STREAM[:VERSION[:CONTEXT]]][::ARCH][/PROFILE]}; what is left out is empty.
 *
 * @param name may be a pattern, as all parts may
 * @param stream such as {@code 20}
 * @param version such as {@code 20240101}
 * @param context such as {@code 9edba152}
 * @param architecture such as {@code x86_64}
 * @param profile such as {@code minimal}
 */
public record ModuleSpec(
        String name, String stream, String version, String context, String architecture, String profile) {
    private static final String WORD = "([\\]\\[*?!a-zA-Z0-9+._-]+)";
    private static final String VERSION = "([\\]\\[*?!0-9-]+)";

    /** A letter for each part, in the order in which libdnf tries them. */
    private static final List<Form> FORMS = List.of(
            new Form("N:S:V:C::?A/P"),
            new Form("N:S:V:C::?A/?"),
            new Form("N:S:V::A/P"),
            new Form("N:S:V::A/?"),
            new Form("N:S::A/P"),
            new Form("N:S::A/?"),
            new Form("N:S:V:C/P"),
            new Form("N:S:V/P"),
            new Form("N:S:V:C/?"),
            new Form("N:S:V/?"),
            new Form("N:S/P"),
            new Form("N:S/?"),
            new Form("N::A/P"),
            new Form("N::A/?"),
            new Form("N/P"),
            new Form("N/?"));

    private record Form(String letters, Pattern pattern) {
        Form(String form) {
            this(
                    form.replaceAll("[^NSVCAP]", ""),
                    Pattern.compile(form.replace("V", VERSION).replaceAll("[NSCAP]", Matcher.quoteReplacement(WORD))));
        }

        String part(Matcher matcher, char letter) {
            int at = letters.indexOf(letter);
            return at < 0 ? "" : matcher.group(at + 1);
        }
    }

    /** All that a text can mean, the most exact first. */
    public static List<ModuleSpec> of(String text) {
        List<ModuleSpec> all = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                all.add(new ModuleSpec(
                        form.part(matcher, 'N'),
                        form.part(matcher, 'S'),
                        form.part(matcher, 'V'),
                        form.part(matcher, 'C'),
                        form.part(matcher, 'A'),
                        form.part(matcher, 'P')));
            }
        }
        return all;
    }
}
