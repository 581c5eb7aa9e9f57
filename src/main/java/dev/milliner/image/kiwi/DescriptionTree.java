package dev.milliner.image.kiwi;

import dev.milliner.distro.Problem;
import dev.milliner.source.FileContent;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A description as KIWI has it before it takes anything from it: what it includes in the place of the includes, of the
 * newest schema.
 *
 * @param image its outer element
 * @param problems what KIWI refuses it for; sound where there are no errors
 */
public record DescriptionTree(KiwiElement image, List<Problem> problems) {
    private static final String BESIDE = "this://";

    /** Included files, and what they hold together; more would only fill memory. */
    private static final int MOST = 200;

    private static final int MOST_PARTS = 20_000;

    /** With a list that nobody changes. */
    public DescriptionTree {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a description. No entity outside of it is resolved, and nothing but the tree is read.
     *
     * @param tree where it lies
     * @param path its path there
     * @throws BrokenDescription when it is no XML, or no description
     * @throws IOException when it is missing or cannot be read
     */
    public static DescriptionTree read(SourceTree tree, String path) throws IOException {
        String text =
                switch (tree.content(path)) {
                    case FileContent.Text file -> file.text();
                    case FileContent.Absent() -> throw new IOException("There is no description " + path + ".");
                    case FileContent.Unreadable file ->
                        throw new IOException("The description " + path + " " + file.why() + ".");
                };
        KiwiElement image = DescriptionText.read(text, tree.relative(path));
        if (!image.name().equals("image")) {
            throw new BrokenDescription(
                    "The outer element is <" + image.name() + ">, not <image>: this is no description for KIWI.",
                    image.place());
        }
        DescriptionFaults faults = new DescriptionFaults();
        version(image, faults);
        KiwiElement whole = image.containing(included(image, tree, path, faults));
        KiwiElement newest = OlderSchema.converted(whole);
        new SchemaCheck(faults).check(newest);
        return new DescriptionTree(newest, faults.all());
    }

    private static void version(KiwiElement image, DescriptionFaults faults) {
        image.attribute("schemaversion").ifPresent(version -> {
            if (!OlderSchema.isKnown(version.value())) {
                faults.error(
                        "kiwi-version",
                        "KIWI takes no description of the schema version " + ValueForm.shown(version.value())
                                + ", only from " + OlderSchema.FIRST + " on. Bring it to " + KiwiSchema.VERSION + ".",
                        version.place());
            } else if (OlderSchema.converted(image).attributes().stream()
                    .noneMatch(one -> one.name().equals("schemaversion")
                            && ValueForm.collapsed(one.value()).equals(KiwiSchema.VERSION))) {
                faults.error(
                        "kiwi-version",
                        "The schema version " + ValueForm.shown(version.value()) + " is newer than "
                                + KiwiSchema.VERSION + ", the newest that KIWI knows. Write " + KiwiSchema.VERSION
                                + ".",
                        version.place());
            }
        });
    }

    /** The children, those of included files in the place of the includes. KIWI goes one level deep. */
    private static List<KiwiElement> included(
            KiwiElement image, SourceTree tree, String path, DescriptionFaults faults) {
        List<KiwiElement> children = new ArrayList<>();
        int files = 0;
        for (KiwiElement child : image.children()) {
            if (!child.name().equals("include") || child.attribute("from").isEmpty()) {
                children.add(child);
            } else if (++files > MOST || children.size() > MOST_PARTS) {
                faults.error("kiwi-include", "More is included than is read here. Include less.", child.place());
                break;
            } else {
                children.addAll(parts(child, tree, path, faults));
            }
        }
        return children;
    }

    private static List<KiwiElement> parts(
            KiwiElement include, SourceTree tree, String path, DescriptionFaults faults) {
        String file = file(include.value("from"), path);
        return switch (file.isEmpty() ? new FileContent.Absent() : tree.content(file)) {
            case FileContent.Text content -> parts(include, content.text(), tree.relative(file), faults);
            case FileContent.Absent() -> missing(include, "is not there", faults);
            case FileContent.Unreadable unreadable -> missing(include, unreadable.why(), faults);
        };
    }

    private static List<KiwiElement> missing(KiwiElement include, String why, DescriptionFaults faults) {
        KiwiAttribute from = include.attribute("from").orElseThrow();
        faults.error(
                "kiwi-include",
                "The included file '" + from.value() + "' " + why + ". Correct 'from', which starts with " + BESIDE
                        + " for a file beside the description.",
                from.place());
        return List.of();
    }

    private static List<KiwiElement> parts(KiwiElement include, String text, String file, DescriptionFaults faults) {
        try {
            return parts(include, DescriptionText.read(text, file), faults);
        } catch (BrokenDescription broken) {
            faults.add(broken.problem());
            return List.of();
        }
    }

    private static List<KiwiElement> parts(KiwiElement include, KiwiElement part, DescriptionFaults faults) {
        if (!part.name().equals("image")) {
            faults.warning(
                    "kiwi-include",
                    "Nothing of '" + include.value("from") + "' counts: its outer element is <" + part.name()
                            + ">, not <image>.",
                    include.place());
            return List.of();
        }
        for (KiwiElement nested : part.children("include")) {
            faults.error(
                    "kiwi-include",
                    "KIWI does not read what an included file includes in turn. Include '" + nested.value("from")
                            + "' in the description itself.",
                    nested.place());
        }
        return part.children();
    }

    /** Where an included file is; nothing where KIWI finds none. */
    private static String file(String from, String path) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        if (from.startsWith(BESIDE)) {
            String name = from.substring(BESIDE.length());
            return name.isEmpty() || name.startsWith("/") ? name : folder + name.replaceFirst("^(\\./+)+", "");
        }
        String file = from.replaceFirst("^(file|dir):/+", "/");
        return file.contains("://") ? "" : file.startsWith("/") ? file : folder + file;
    }
}
