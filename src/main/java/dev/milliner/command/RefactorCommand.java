package dev.milliner.command;

import dev.milliner.refactor.AddComponent;
import dev.milliner.refactor.AddToGroup;
import dev.milliner.refactor.Customise;
import dev.milliner.refactor.ExtractToGroup;
import dev.milliner.refactor.MergeFiles;
import dev.milliner.refactor.OverlaysInline;
import dev.milliner.refactor.OverlaysToFiles;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes definitions in ways that are proved by resolving the distro with them. */
@Command(
        name = "refactor",
        description =
                "Changes definitions; each change is proved by resolving the distro with it before it is written.",
        mixinStandardHelpOptions = true)
final class RefactorCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a refactoring, such as customise, sort or remove.");
    }

    @Command(
            name = "customise",
            description = "Gives a component of a list a file of its own, where the tree has such files.",
            mixinStandardHelpOptions = true)
    int customise(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Option(names = "--into", paramLabel = "FILE", description = "The file to make.") @Nullable String into,
            @Mixin RefactorOptions options) {
        return options.run(spec, new Customise(name, options.file(Optional.ofNullable(into))));
    }

    @Command(
            name = "rejoin",
            description = "Takes a component from its own file back into the list.",
            mixinStandardHelpOptions = true)
    int rejoin(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Option(names = "--into", paramLabel = "FILE", description = "The list.") @Nullable String into,
            @Mixin RefactorOptions options) {
        return options.run(spec, new Rejoin(name, options.file(Optional.ofNullable(into))));
    }

    @Command(
            name = "overlays-to-files",
            description = "Moves a component's own overlays into overlay files.",
            mixinStandardHelpOptions = true)
    int overlaysToFiles(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Option(
                            names = "--category",
                            paramLabel = "WORD",
                            completionCandidates = Offered.Categories.class,
                            defaultValue = "azl-compatibility",
                            description = "The category of overlays that say none (default: ${DEFAULT-VALUE}).")
                    String category,
            @Option(
                            names = "--upstream-status",
                            paramLabel = "WORD",
                            completionCandidates = Offered.UpstreamStatuses.class,
                            defaultValue = "unknown",
                            description = "How these stand to upstream (default: ${DEFAULT-VALUE}).")
                    String status,
            @Mixin RefactorOptions options) {
        return options.run(spec, new OverlaysToFiles(name, category, status));
    }

    @Command(
            name = "overlays-inline",
            description = "Moves a component's overlay files into its own file.",
            mixinStandardHelpOptions = true)
    int overlaysInline(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Mixin RefactorOptions options) {
        return options.run(spec, new OverlaysInline(name));
    }

    @Command(
            name = "repair",
            description = "Puts overlays that apply in place of those that fail on another version of upstream.",
            mixinStandardHelpOptions = true)
    int repair(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Option(
                            names = "--on",
                            paramLabel = "DISTRO-VERSION",
                            description =
                                    "Such as fedora-44; else what the component takes now, beside the last commit.")
                    @Nullable
                    String version,
            @Mixin RefactorOptions options) {
        return options.run(spec, new RepairOverlays(name, Optional.ofNullable(version)));
    }

    @Command(
            name = "split",
            description = "Moves some of a file's definitions into another file.",
            mixinStandardHelpOptions = true)
    int split(
            @Parameters(paramLabel = "FILE", description = "The file.") String file,
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "The definitions to move.")
                    List<String> names,
            @Option(names = "--into", required = true, paramLabel = "FILE", description = "The file to make.")
                    String into,
            @Mixin RefactorOptions options) {
        return options.run(spec, new SplitFile(options.file(file), names, options.file(into)));
    }

    @Command(name = "merge", description = "Moves all of a file into another.", mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "FILE", description = "The file that goes.") String file,
            @Parameters(paramLabel = "INTO", description = "The file that takes it all.") String into,
            @Mixin RefactorOptions options) {
        return options.run(spec, new MergeFiles(options.file(file), options.file(into)));
    }

    @Command(
            name = "rename",
            description = "Gives a component another name, everywhere.",
            mixinStandardHelpOptions = true)
    int rename(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Parameters(paramLabel = "NEW", description = "Its new name.") String other,
            @Mixin RefactorOptions options) {
        return options.run(spec, new RenameComponent(name, other));
    }

    @Command(
            name = "sort",
            description = "Sorts the lists of a file of which a comment asks that they are kept sorted.",
            mixinStandardHelpOptions = true)
    int sort(@Parameters(paramLabel = "FILE", description = "The file.") String file, @Mixin RefactorOptions options) {
        return options.run(spec, new SortLists(options.file(file)));
    }

    @Command(
            name = "tidy",
            description =
                    "Gives overlays that replace text the kind that says what is meant, where the bytes stay the same.",
            mixinStandardHelpOptions = true)
    int tidy(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..*",
                            description = "The components; none for all whose sources are at hand.")
                    @Nullable
                    List<String> names,
            @Mixin RefactorOptions options) {
        return options.run(spec, new TidyOverlays(names == null ? List.of() : names));
    }

    @Command(name = "add", description = "Adds a component to the list.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Option(names = "--into", paramLabel = "FILE", description = "The list.") @Nullable String into,
            @Mixin RefactorOptions options) {
        return options.run(spec, new AddComponent(name, options.file(Optional.ofNullable(into))));
    }

    @Command(
            name = "add-to-group",
            description = "Adds components or packages to a group.",
            mixinStandardHelpOptions = true)
    int addToGroup(
            @Parameters(paramLabel = "GROUP", description = "The component group or package group.") String group,
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "What to add.") List<String> names,
            @Mixin RefactorOptions options) {
        return options.run(spec, new AddToGroup(group, names));
    }

    @Command(
            name = "remove-from-group",
            description = "Takes components or packages out of a group.",
            mixinStandardHelpOptions = true)
    int removeFromGroup(
            @Parameters(paramLabel = "GROUP", description = "The component group or package group.") String group,
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "What to take out.") List<String> names,
            @Mixin RefactorOptions options) {
        return options.run(spec, new RemoveFromGroup(group, names));
    }

    @Command(
            name = "extract",
            description = "Moves what all members of a component group say alike into the group's defaults.",
            mixinStandardHelpOptions = true)
    int extract(
            @Parameters(paramLabel = "GROUP", description = "The group; a new one where members are named.")
                    String group,
            @Parameters(paramLabel = "KEY", description = "The key, such as build.check.skip.") String key,
            @Parameters(paramLabel = "NAME", arity = "0..*", description = "The members of a new group.") @Nullable
                    List<String> members,
            @Mixin RefactorOptions options) {
        return options.run(spec, new ExtractToGroup(group, key, members == null ? List.of() : members));
    }

    @Command(
            name = "remove",
            description = "Removes a component with what only it used.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "The component.") String name,
            @Mixin RefactorOptions options) {
        return options.run(spec, new RemoveComponent(name));
    }
}
