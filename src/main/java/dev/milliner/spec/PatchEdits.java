package dev.milliner.spec;

import dev.milliner.source.Doublestar;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Edits on the patches that a spec lists, as tags or in a {@code %patchlist}. */
public final class PatchEdits {
    private static final String PATCH_LIST = "%patchlist";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private PatchEdits() {}

    /** Lists a patch: at the end of the {@code %patchlist} where there is one, else as the next {@code Patch} tag. */
    public static Spec add(Spec spec, String packageName, String file) throws SpecEditException {
        return spec.hasSection(PATCH_LIST)
                ? SectionEdits.append(spec, PATCH_LIST, "", List.of(file))
                : TagEdits.add(spec, packageName, "Patch" + (highest(spec) + 1), file);
    }

    /**
     * Unlists the patches that a glob matches.
     *
     * @param glob a doublestar pattern
     */
    public static Spec remove(Spec spec, String glob) throws SpecEditException {
        if (!Doublestar.isValid(glob)) {
            throw new SpecEditException("glob `" + glob + "` is invalid: syntax error in pattern");
        }
        SpecWalk.Walked walked = SpecWalk.over(spec, new SpecWalk.Visitor() {
            @Override
            public LineEdit line(String text, SpecLine line, Section section) {
                return listed(text, line, section) ? LineEdit.REMOVE : LineEdit.KEEP;
            }

            private boolean listed(String text, SpecLine line, Section section) {
                if (line instanceof SpecLine.Tag tag && number(tag.name()).isPresent()) {
                    return Doublestar.matches(glob, tag.value());
                }
                String trimmed = GoText.trim(text);
                return section.name().equals(PATCH_LIST) && !trimmed.isEmpty() && Doublestar.matches(glob, trimmed);
            }
        });
        if (!walked.changed()) {
            throw new SpecEditException("the spec lists no patches matching `" + glob + "`");
        }
        return walked.spec();
    }

    /** The highest number that a patch has; those without a number count from 0. -1 where there is no patch. */
    private static long highest(Spec spec) {
        long highest = -1;
        int unnumbered = 0;
        for (SpecRead read : spec.read()) {
            if (read.line() instanceof SpecLine.Tag tag) {
                highest = Math.max(highest, number(tag.name()).orElse(-1));
                unnumbered += tag.name().equalsIgnoreCase("patch") ? 1 : 0;
            }
        }
        return Math.max(highest, unnumbered - 1);
    }

    /** The number of a patch's tag, within what 64 bits hold. */
    private static OptionalLong number(String tag) {
        String lower = GoText.lower(tag);
        String suffix = lower.startsWith("patch") ? lower.substring("patch".length()) : "";
        try {
            return NUMBER.matcher(suffix).matches() ? OptionalLong.of(Long.parseLong(suffix)) : OptionalLong.empty();
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
