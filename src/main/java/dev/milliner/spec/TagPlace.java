package dev.milliner.spec;

/**
 * Where a tag is inserted.
 *
 * @param line the line it follows, from 0; below 0 where the section has no tag
 */
record TagPlace(int line) {
    static TagPlace find(Spec spec, String section, String packageName, String tag) throws SpecEditException {
        String family = family(tag);
        int last = -1;
        int lastOfFamily = -1;
        int end = spec.lines().size();
        boolean inside = Section.PREAMBLE.is(section, packageName);
        boolean found = inside;
        for (SpecRead read : spec.read()) {
            boolean belongs = read.section().is(section, packageName);
            boolean header = read.line() instanceof SpecLine.Header;
            if (inside && header) {
                end = read.number();
            }
            found |= header && belongs;
            inside = belongs;
            if (belongs && read.line() instanceof SpecLine.Tag known) {
                last = read.number();
                lastOfFamily = family(known.name()).equals(family) ? last : lastOfFamily;
            }
        }
        if (!found) {
            throw SpecEditException.noSection(section, packageName);
        }
        end = inside ? spec.lines().size() : end;
        int line = lastOfFamily >= 0 ? lastOfFamily : last;
        return new TagPlace(line < 0 ? line : Conditionals.behind(spec.lines(), line, end));
    }

    boolean isKnown() {
        return line >= 0;
    }

    /** The tag's name without its number. */
    private static String family(String tag) {
        String lower = GoText.lower(tag);
        int end = lower.length();
        while (end > 0 && lower.charAt(end - 1) >= '0' && lower.charAt(end - 1) <= '9') {
            end--;
        }
        return end == 0 ? lower : lower.substring(0, end);
    }
}
