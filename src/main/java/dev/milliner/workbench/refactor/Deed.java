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
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The refactorings as they are asked for on the screen. */
enum Deed {
    CUSTOMISE(Wording.of("command.refactor.customise")),
    REJOIN(Wording.of("command.refactor.rejoin")),
    OVERLAYS_TO_FILES(Wording.of("command.refactor.overlays-to-files")),
    OVERLAYS_INLINE(Wording.of("command.refactor.overlays-inline")),
    TIDY(Wording.of("command.refactor.tidy")),
    TIDY_ALL(Wording.of("command.refactor.tidy-all")),
    REPAIR(Wording.of("command.refactor.repair")),
    RENAME(Wording.of("command.refactor.rename")),
    ADD_TO_GROUP(Wording.of("command.refactor.add-to-group")),
    REMOVE_FROM_GROUP(Wording.of("command.refactor.remove-from-group")),
    EXTRACT(Wording.of("command.refactor.extract")),
    REMOVE(Wording.of("command.refactor.remove")),
    ADD(Wording.of("command.refactor.add")),
    SORT(Wording.of("command.refactor.sort")),
    SPLIT(Wording.of("command.refactor.split")),
    MERGE(Wording.of("command.refactor.merge"));

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
        String what =
                switch (this) {
                    case SORT, SPLIT, MERGE -> subject.configuration().orElse("");
                    case EXTRACT -> subject.is(Kind.COMPONENT_GROUP) ? subject.name() : "";
                    default -> subject.name();
                };
        return what.isEmpty() ? words : named(what);
    }

    private String named(String what) {
        return switch (this) {
            case CUSTOMISE -> Wording.of("command.refactor.customise.named", what);
            case REJOIN -> Wording.of("command.refactor.rejoin.named", what);
            case OVERLAYS_TO_FILES -> Wording.of("command.refactor.overlays-to-files.named", what);
            case OVERLAYS_INLINE -> Wording.of("command.refactor.overlays-inline.named", what);
            case TIDY -> Wording.of("command.refactor.tidy.named", what);
            case REPAIR -> Wording.of("command.refactor.repair.named", what);
            case RENAME -> Wording.of("command.refactor.rename.named", what);
            case ADD_TO_GROUP -> Wording.of("command.refactor.add-to-group.named", what);
            case REMOVE_FROM_GROUP -> Wording.of("command.refactor.remove-from-group.named", what);
            case EXTRACT -> Wording.of("command.refactor.extract.named", what);
            case REMOVE -> Wording.of("command.refactor.remove.named", what);
            case SORT -> Wording.of("command.refactor.sort.named", what);
            case SPLIT -> Wording.of("command.refactor.split.named", what);
            case MERGE -> Wording.of("command.refactor.merge.named", what);
            case ADD, TIDY_ALL -> words;
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
                        "on",
                        Wording.of("refactor.field.on"),
                        PRESENT,
                        Wording.of("refactor.deed.version-such-fedora", PRESENT)));
            case RENAME ->
                List.of(new Field(
                        "new-name", Wording.of("refactor.field.new-name"), name, Wording.of("refactor.deed.name")));
            case ADD_TO_GROUP ->
                List.of(
                        new Field(
                                "group",
                                Wording.of("refactor.field.group"),
                                group ? name : "",
                                Wording.of("refactor.deed.component-group-package")),
                        new Field(
                                "names",
                                Wording.of("refactor.field.names"),
                                group ? "" : name,
                                Wording.of("refactor.deed.one-several-spaces")));
            case REMOVE_FROM_GROUP ->
                List.of(
                        new Field(
                                "group",
                                Wording.of("refactor.field.group"),
                                subject.groups().getFirst(),
                                Wording.of("refactor.deed.a-group")),
                        new Field(
                                "names",
                                Wording.of("refactor.field.names"),
                                name,
                                Wording.of("refactor.deed.one-several")));
            case EXTRACT ->
                List.of(
                        new Field(
                                "group",
                                Wording.of("refactor.field.group"),
                                subject.is(Kind.COMPONENT_GROUP) ? name : "",
                                Wording.of("refactor.deed.group-new-one")),
                        new Field(
                                "key",
                                Wording.of("refactor.field.key"),
                                "",
                                Wording.of("refactor.deed.such-build-check")),
                        new Field(
                                "members",
                                Wording.of("refactor.field.members"),
                                "",
                                Wording.of("refactor.deed.new-group-only")));
            case ADD ->
                List.of(new Field(
                        "name", Wording.of("refactor.field.name"), "", Wording.of("refactor.deed.upstream-names")));
            case SPLIT ->
                List.of(
                        new Field(
                                "names",
                                Wording.of("refactor.field.names"),
                                group || subject.component().isPresent() ? name : "",
                                Wording.of("refactor.deed.definitions-file")),
                        new Field(
                                "into",
                                Wording.of("refactor.field.into"),
                                "",
                                Wording.of("refactor.deed.file-make-from")));
            case MERGE ->
                List.of(new Field(
                        "into", Wording.of("refactor.field.into"), "", Wording.of("refactor.deed.file-distro-from")));
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
