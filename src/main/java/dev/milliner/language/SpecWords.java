package dev.milliner.language;

import dev.milliner.spec.SectionKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Words of specs that are known without a spec. */
final class SpecWords {
    /** Tags of the preamble and of sub-packages, most used first. */
    static final List<String> TAGS = List.of(
            "BuildRequires",
            "Requires",
            "Provides",
            "Obsoletes",
            "Conflicts",
            "Recommends",
            "Suggests",
            "Supplements",
            "Enhances",
            "Requires(pre)",
            "Requires(post)",
            "Requires(preun)",
            "Requires(postun)",
            "BuildConflicts",
            "Name",
            "Version",
            "Release",
            "Summary",
            "License",
            "URL",
            "Source",
            "Patch",
            "Epoch",
            "BuildArch",
            "ExclusiveArch",
            "ExcludeArch",
            "AutoReq",
            "AutoProv",
            "AutoReqProv",
            "Group",
            "Vendor",
            "Packager",
            "Prefix",
            "BugURL",
            "VCS",
            "SourceLicense",
            "TranslationURL",
            "NoSource",
            "NoPatch",
            "OrderWithRequires",
            "RemovePathPostfixes",
            "ModularityLabel",
            "BuildSystem",
            "BuildOption");

    private SpecWords() {}

    /** The words that start sections. */
    static List<String> sections() {
        return Arrays.stream(SectionKind.values())
                .map(SectionKind::words)
                .flatMap(List::stream)
                .toList();
    }

    /** Offers what is known without a spec. */
    static void add(Subject subject, Written written, Offer offer) {
        Stream<String> words =
                switch (subject) {
                    case TAG -> TAGS.stream();
                    case SECTION -> sections().stream();
                    default -> Stream.empty();
                };
        CompletionKind kind = subject == Subject.TAG ? CompletionKind.TAG : CompletionKind.SECTION;
        words.forEach(word ->
                offer.add(Completion.of(word, kind, "", Completion.Help.NONE).inserting(written.text(word))));
    }
}
