package dev.milliner.command;

import dev.milliner.answer.DeriveJson;
import dev.milliner.answer.JsonText;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.Wish;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the overlays that turn a component's sources into others. */
@Command(
        name = "derive",
        description = "Finds the overlays that turn a component's sources into what you made of them.",
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "NAME", description = "The component.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--result",
            required = true,
            paramLabel = "DIR",
            description = "What prepare is to give, or one spec file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path result;

    @Option(names = "--from-now", description = "Start from the present overlays, and add to them.")
    private boolean fromNow;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "Write them to this overlay file; - writes them where the component is defined.")
    private @Nullable String into;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Distro distro = options.load();
        Component component = new SoundParts(distro).component(name);
        if (into != null && !fromNow && !component.overlays().isEmpty()) {
            throw new InputException(name
                    + " has overlays already. Say --from-now to add to them, or take what is printed without --into.");
        }
        Derived derived = wish(distro, component).derive();
        if (into != null && derived.exact()) {
            new DerivedInto(distro, options.loader(), name, derived)
                    .write(into, spec.commandLine().getErr());
        }
        if (options.json()) {
            spec.commandLine().getOut().println(JsonText.of(DeriveJson.of(name, derived)));
        } else {
            spec.commandLine().getOut().print(DeriveJson.toml(name, derived));
            derived.rest().forEach(change -> spec.commandLine()
                    .getErr()
                    .println("No overlay reaches what differs in " + TerminalOutput.oneLine(change.file()) + ":\n"
                            + DeriveJson.hunks(change)));
        }
        return derived.exact() ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private Wish wish(Distro distro, Component component) {
        Recipe recipe = Recipe.of(component);
        try {
            Sources original = ComponentSources.of(distro, component);
            Sources wanted = wanted(recipe, original);
            return fromNow
                    ? Wish.besides(recipe, original, ComponentSources.reader(distro), wanted)
                    : Wish.instead(recipe, original, wanted);
        } catch (OverlayException fails) {
            throw new InputException("The present overlays of " + name + " can't be applied: " + fails.reason());
        } catch (SourceUnavailableException unavailable) {
            throw new UnavailableException(unavailable.reason());
        }
    }

    /** A spec alone leaves the files beside it as they come. */
    private Sources wanted(Recipe recipe, Sources original) {
        try {
            if (!Files.isDirectory(result)) {
                int mode =
                        original.file(recipe.specName()).map(SourceFile::mode).orElse(0644);
                return original.with(recipe.specName(), new SourceFile(Files.readAllBytes(result), mode));
            }
            Path folder = result.toAbsolutePath().normalize();
            if (!Files.exists(folder.resolve(recipe.specName()))) {
                throw new InputException(
                        "There is no " + recipe.specName() + " in " + result + "; name the folder that holds it.");
            }
            return LocalSources.read(new DiskTree(folder), recipe.specName());
        } catch (SourceUnavailableException unreadable) {
            throw new InputException(unreadable.reason());
        } catch (IOException unreadable) {
            throw new InputException(result + " can't be read: " + FileTrouble.words(unreadable));
        }
    }
}
