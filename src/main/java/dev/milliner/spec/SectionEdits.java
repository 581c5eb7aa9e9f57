package dev.milliner.spec;

import com.google.re2j.Pattern;
import dev.milliner.distro.GoRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits on the lines of sections. A section is named as it is written in the spec. */
public final class SectionEdits {
    private SectionEdits() {}

    /** Puts lines at the end of a section. */
    public static Spec append(Spec spec, String section, String packageName, List<String> lines)
            throws SpecEditException {
        return found(SpecWalk.over(spec, atEnd(section, packageName, lines)), section, packageName);
    }

    /** Puts lines behind a section's header. */
    public static Spec prepend(Spec spec, String section, String packageName, List<String> lines)
            throws SpecEditException {
        return found(SpecWalk.over(spec, atStart(section, packageName, lines)), section, packageName);
    }

    /** Puts lines at the end of the file. */
    public static Spec appendToFile(Spec spec, List<String> lines) {
        return spec.inserted(spec.lines().size(), lines);
    }

    /** Puts lines at the start of the file. */
    public static Spec prependToFile(Spec spec, List<String> lines) {
        return spec.inserted(0, lines);
    }

    /**
     * Replaces what an expression matches, line by line, headers excepted.
     *
     * @param section only in this section; empty for all
     * @param packageName only in this package; empty for all
     * @param regex as in Go
     * @param replacement taken literally
     */
    public static Spec replace(Spec spec, String section, String packageName, String regex, String replacement)
            throws SpecEditException {
        LiteralReplacement exchange = new LiteralReplacement(compiled(regex), replacement);
        SpecWalk.Walked walked = SpecWalk.over(spec, new SpecWalk.Visitor() {
            @Override
            public LineEdit line(String text, SpecLine line, Section at) {
                boolean concerned = (section.isEmpty() || at.name().equals(section))
                        && (packageName.isEmpty() || at.packageName().equals(packageName));
                String changed = concerned ? exchange.applied(text) : text;
                return changed.equals(text) ? LineEdit.KEEP : new LineEdit.Replace(changed);
            }
        });
        if (!walked.changed()) {
            throw new SpecEditException("pattern `" + regex + "` is not in the spec (section=`" + section
                    + "`, package=`" + packageName + "`): pattern not found");
        }
        return walked.spec();
    }

    /** Removes every section with a name and package, headers included. */
    public static Spec removeSection(Spec spec, String section, String packageName) throws SpecEditException {
        if (section.isEmpty()) {
            throw new SpecEditException("the preamble cannot be removed");
        }
        List<LineRange> ranges = SectionRanges.find(
                spec, "section `" + section + "` (package=`" + packageName + "`)", at -> at.is(section, packageName));
        if (ranges.isEmpty()) {
            throw SpecEditException.noSection(section, packageName);
        }
        return without(spec, ranges);
    }

    /** Removes every section of a sub-package. */
    public static Spec removeSubpackage(Spec spec, String packageName) throws SpecEditException {
        if (packageName.isEmpty()) {
            throw new SpecEditException("a sub-package with an empty name cannot be removed");
        }
        List<LineRange> ranges = SectionRanges.find(spec, "sub-package `" + packageName + "`", at -> at.packageName()
                .equals(packageName));
        if (ranges.isEmpty()) {
            throw new SpecEditException("sub-package `" + packageName + "` is not in the spec: section not found");
        }
        return without(spec, ranges);
    }

    /** An expression as Go takes it. */
    public static Pattern compiled(String regex) throws SpecEditException {
        Optional<String> fault = GoRegex.fault(regex);
        if (fault.isPresent()) {
            throw new SpecEditException("regex `" + regex + "` is invalid: " + fault.get());
        }
        return GoRegex.compiled(regex);
    }

    private static Spec found(SpecWalk.Walked walked, String section, String packageName) throws SpecEditException {
        if (!walked.changed()) {
            throw SpecEditException.noSection(section, packageName);
        }
        return walked.spec();
    }

    private static SpecWalk.Visitor atEnd(String section, String packageName, List<String> lines) {
        return new SpecWalk.Visitor() {
            @Override
            public LineEdit end(Section at) {
                return at.is(section, packageName) ? new LineEdit.Precede(lines) : LineEdit.KEEP;
            }
        };
    }

    private static SpecWalk.Visitor atStart(String section, String packageName, List<String> lines) {
        return new SpecWalk.Visitor() {
            @Override
            public LineEdit header(Section at) {
                return at.is(section, packageName) ? new LineEdit.Follow(lines) : LineEdit.KEEP;
            }
        };
    }

    private static Spec without(Spec spec, List<LineRange> ranges) {
        List<String> kept = new ArrayList<>(spec.lines());
        ranges.reversed()
                .forEach(range -> kept.subList(range.start(), range.end()).clear());
        return new Spec(kept);
    }
}
