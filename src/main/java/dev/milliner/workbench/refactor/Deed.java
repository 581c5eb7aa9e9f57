package dev.milliner.workbench.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Overlay;
import dev.milliner.refactor.AddComponent;
import dev.milliner.refactor.AddToGroup;
import dev.milliner.refactor.Customise;
import dev.milliner.refactor.ExtractToGroup;
import dev.milliner.refactor.MergeFiles;
import dev.milliner.refactor.OverlaysInline;
import dev.milliner.refactor.OverlaysToFiles;
import dev.milliner.refactor.Refactoring;
import dev.milliner.refactor.Rejoin;
import dev.milliner.refactor.RemoveComponent;
import dev.milliner.refactor.RemoveFromGroup;
import dev.milliner.refactor.RenameComponent;
import dev.milliner.refactor.RepairOverlays;
import dev.milliner.refactor.SortLists;
import dev.milliner.refactor.SplitFile;
import dev.milliner.refactor.TidyOverlays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The refactorings as they are asked for on the screen. */
enum Deed {
    CUSTOMISE("Customise the component: give it a file of its own"),
    REJOIN("Take the component back into the list"),
    OVERLAYS_TO_FILES("Move the component's overlays into overlay files"),
    OVERLAYS_INLINE("Move the component's overlay files into its own file"),
    TIDY("Tidy the component's overlays"),
    TIDY_ALL("Tidy the overlays of all components"),
    REPAIR("Repair the component's overlays where they fail on another version"),
    RENAME("Rename the component, with a preview"),
    ADD_TO_GROUP("Add to a group"),
    REMOVE_FROM_GROUP("Take out of a group"),
    EXTRACT("Move what members of a group say alike into its defaults"),
    REMOVE("Remove the component with what only it used"),
    ADD("Add a component"),
    SORT("Sort the file as its comment asks"),
    SPLIT("Move definitions of the file into another file"),
    MERGE("Move all of the file into another file");

    /** The version that a component takes now. */
    private static final String PRESENT = "now";

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The last part of its command's id. */
    String id() {
        return "refactor." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What it would do now, with the name of what it is done to. */
    String now(Subject subject) {
        String name = subject.name();
        return switch (this) {
            case CUSTOMISE, REJOIN, OVERLAYS_TO_FILES, OVERLAYS_INLINE, TIDY, REPAIR, RENAME, REMOVE ->
                name.isEmpty() ? words : words.replace("the component", name);
            case ADD_TO_GROUP, REMOVE_FROM_GROUP -> name.isEmpty() ? words : words + ": " + name;
            case EXTRACT -> subject.is(Kind.COMPONENT_GROUP) ? words.replace("a group", name) : words;
            case ADD, TIDY_ALL -> words;
            case SORT, SPLIT, MERGE ->
                subject.configuration()
                        .map(file -> words.replaceFirst("the file", file))
                        .orElse(words);
        };
    }

    /** Tells whether it can be asked for; that it can be done is told by the preview. */
    boolean applies(Subject subject) {
        Optional<Component> component = subject.component();
        return switch (this) {
            case CUSTOMISE -> component.isPresent() && !subject.hasOwnFile();
            case REJOIN -> component.isPresent() && subject.hasOwnFile();
            case OVERLAYS_TO_FILES ->
                component.filter(one -> has(one, "component")).isPresent();
            case OVERLAYS_INLINE ->
                component.filter(one -> has(one, "overlay file")).isPresent();
            case TIDY -> component.filter(Component::hasOverlays).isPresent();
            case REPAIR ->
                component.filter(one -> one.hasOverlays() && !one.isLocal()).isPresent();
            case RENAME, REMOVE -> component.isPresent();
            case ADD_TO_GROUP ->
                component.isPresent()
                        || subject.is(Kind.PACKAGE)
                        || subject.is(Kind.COMPONENT_GROUP)
                        || subject.is(Kind.PACKAGE_GROUP);
            case REMOVE_FROM_GROUP -> !subject.groups().isEmpty();
            case EXTRACT, ADD, TIDY_ALL -> true;
            case SORT, SPLIT, MERGE -> subject.configuration().isPresent();
        };
    }

    private static boolean has(Component component, String layer) {
        return component.overlays().stream().map(Overlay::layer).anyMatch(layer::equals);
    }

    /** What it still has to be told. */
    List<Field> fields(Subject subject) {
        String name = subject.name();
        boolean group = subject.is(Kind.COMPONENT_GROUP) || subject.is(Kind.PACKAGE_GROUP);
        return switch (this) {
            case CUSTOMISE, REJOIN, OVERLAYS_TO_FILES, OVERLAYS_INLINE, TIDY, TIDY_ALL, REMOVE, SORT -> List.of();
            case REPAIR ->
                List.of(new Field(
                        "On",
                        PRESENT,
                        "a version such as fedora-44; " + PRESENT + ": the one taken now, beside the last commit"));
            case RENAME -> List.of(new Field("New name", name, "a name"));
            case ADD_TO_GROUP ->
                List.of(
                        new Field("Group", group ? name : "", "a component group or package group"),
                        new Field("Names", group ? "" : name, "one or several, with spaces between"));
            case REMOVE_FROM_GROUP ->
                List.of(
                        new Field("Group", subject.groups().getFirst(), "a group"),
                        new Field("Names", name, "one or several"));
            case EXTRACT ->
                List.of(
                        new Field("Group", subject.is(Kind.COMPONENT_GROUP) ? name : "", "a group, or a new one"),
                        new Field("Key", "", "such as build.check.skip"),
                        new Field("Members", "", "of a new group only"));
            case ADD -> List.of(new Field("Name", "", "as upstream names it"));
            case SPLIT ->
                List.of(
                        new Field(
                                "Names",
                                group || subject.component().isPresent() ? name : "",
                                "definitions of this file"),
                        new Field("Into", "", "a file to make, from the tree's root"));
            case MERGE -> List.of(new Field("Into", "", "a file of the distro, from the tree's root"));
        };
    }

    Refactoring make(Subject subject, List<String> values) {
        String name = subject.name();
        String file = subject.configuration().orElse("");
        return switch (this) {
            case CUSTOMISE -> new Customise(name, Optional.empty());
            case REJOIN -> new Rejoin(name, Optional.empty());
            case OVERLAYS_TO_FILES -> new OverlaysToFiles(name);
            case OVERLAYS_INLINE -> new OverlaysInline(name);
            case TIDY -> new TidyOverlays(List.of(name));
            case TIDY_ALL -> new TidyOverlays(List.of());
            case REPAIR ->
                new RepairOverlays(
                        name, Optional.of(values.getFirst().strip()).filter(version -> !version.equals(PRESENT)));
            case RENAME -> new RenameComponent(name, values.getFirst());
            case ADD_TO_GROUP -> new AddToGroup(values.getFirst(), names(values.get(1)));
            case REMOVE_FROM_GROUP -> new RemoveFromGroup(values.getFirst(), names(values.get(1)));
            case EXTRACT -> new ExtractToGroup(values.getFirst(), values.get(1), names(values.get(2)));
            case REMOVE -> new RemoveComponent(name);
            case ADD -> new AddComponent(values.getFirst(), Optional.empty());
            case SORT -> new SortLists(file);
            case SPLIT -> new SplitFile(file, names(values.getFirst()), values.get(1));
            case MERGE -> new MergeFiles(file, values.getFirst());
        };
    }

    private static List<String> names(String text) {
        return Stream.of(text.split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
