package dev.milliner.spec;

import java.util.List;
import java.util.function.Predicate;

/** Edits on the tags of a spec. A package is named as its section's header names it; empty is the main package. */
public final class TagEdits {
    private TagEdits() {}

    /** Adds a tag at the end of its package's section, whether it is there or not. */
    public static Spec add(Spec spec, String packageName, String tag, String value) throws SpecEditException {
        return SectionEdits.append(spec, sectionOf(packageName), packageName, List.of(written(tag, value)));
    }

    /** Sets every instance of a tag, or adds it where there is none. */
    public static Spec set(Spec spec, String packageName, String tag, String value) throws SpecEditException {
        SpecWalk.Walked walked = replaced(spec, packageName, tag, value);
        return walked.changed() ? walked.spec() : add(spec, packageName, tag, value);
    }

    /** Sets every instance of a tag. */
    public static Spec update(Spec spec, String packageName, String tag, String value) throws SpecEditException {
        SpecWalk.Walked walked = replaced(spec, packageName, tag, value);
        if (!walked.changed()) {
            throw new SpecEditException("tag `" + tag + "` is not in the spec: no such tag");
        }
        return walked.spec();
    }

    /**
     * Removes every instance of a tag.
     *
     * @param value only instances with this value, whatever its case; empty for all
     */
    public static Spec remove(Spec spec, String packageName, String tag, String value) throws SpecEditException {
        SpecWalk.Walked walked = removed(
                spec,
                packageName,
                found -> GoText.lower(found.name()).equals(GoText.lower(tag))
                        && (value.isEmpty() || found.value().equalsIgnoreCase(value)));
        if (!walked.changed()) {
            throw new SpecEditException("tag `" + tag + "` with value `" + value + "` is not in the spec: no such tag");
        }
        return walked.spec();
    }

    /**
     * Inserts a tag behind the last of its family, such as the last {@code Source}; else behind the last tag of its
     * package; else at the end of its section. Never inside a conditional that starts before it.
     */
    public static Spec insert(Spec spec, String packageName, String tag, String value) throws SpecEditException {
        TagPlace place = TagPlace.find(spec, sectionOf(packageName), packageName, tag);
        return place.isKnown()
                ? spec.inserted(place.line() + 1, List.of(written(tag, value)))
                : add(spec, packageName, tag, value);
    }

    static SpecWalk.Walked removed(Spec spec, String packageName, Predicate<SpecLine.Tag> which) {
        return SpecWalk.over(spec, new SpecWalk.Visitor() {
            @Override
            public LineEdit line(String text, SpecLine line, Section section) {
                boolean gone = line instanceof SpecLine.Tag found
                        && section.packageName().equals(packageName)
                        && which.test(found);
                return gone ? LineEdit.REMOVE : LineEdit.KEEP;
            }
        });
    }

    static String written(String tag, String value) {
        return tag + ": " + value;
    }

    private static SpecWalk.Walked replaced(Spec spec, String packageName, String tag, String value) {
        String wanted = GoText.lower(tag);
        return SpecWalk.over(spec, new SpecWalk.Visitor() {
            @Override
            public LineEdit line(String text, SpecLine line, Section section) {
                boolean found = line instanceof SpecLine.Tag old
                        && section.packageName().equals(packageName)
                        && GoText.lower(old.name()).equals(wanted);
                return found ? new LineEdit.Replace(written(tag, value)) : LineEdit.KEEP;
            }
        });
    }

    private static String sectionOf(String packageName) {
        return packageName.isEmpty() ? "" : "%package";
    }
}
