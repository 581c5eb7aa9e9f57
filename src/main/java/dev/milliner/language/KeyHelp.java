package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a key. */
final class KeyHelp {
    private KeyHelp() {}

    static List<HoverPart> parts(Member member, Meaning meaning) {
        List<HoverPart.Fact> facts = new ArrayList<>();
        facts.add(new HoverPart.Fact("Type", Stand.words(member.field().shape())));
        if (Stand.item(member.field().shape()) instanceof Shape.Text text
                && text.words().isPresent()) {
            facts.add(new HoverPart.Fact(
                    "One of", String.join(", ", text.words().get().words())));
        }
        if (meaning.required()) {
            facts.add(new HoverPart.Fact("Required", "yes"));
        }
        if (!meaning.unset().isEmpty()) {
            facts.add(new HoverPart.Fact("Default", meaning.unset()));
        }
        return List.of(new HoverPart.Paragraph(meaning.means()), new HoverPart.Facts(facts));
    }
}
