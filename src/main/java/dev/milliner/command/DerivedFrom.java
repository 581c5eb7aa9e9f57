package dev.milliner.command;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.Applier;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.PatchedSources;
import dev.milliner.overlay.derive.Unsayable;
import dev.milliner.overlay.derive.Wish;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.Backport;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a component's sources are to become, said in one of three ways. */
final class DerivedFrom {
    @Option(names = "--result", paramLabel = "DIR", description = "What prepare is to give, or one spec file of it.")
    private @Nullable Path result;

    @Option(
            names = "--patch",
            paramLabel = "FILE",
            description = "A unified difference of the component's sources; any other becomes one of its patches.")
    private @Nullable Path patch;

    @Option(
            names = "--commit",
            paramLabel = "ID",
            description = "A commit of the component's dist-git, without its release and its change log.")
    private @Nullable String commit;

    /**
     * What is wished.
     *
     * @param wish what the overlays are to come to
     * @param reason why they are there; empty where nothing tells
     * @param left what of it does not fit these sources, in words
     */
    record Asked(Wish wish, String reason, List<String> left) {}

    /** Tells whether it is a change of what the present overlays leave. */
    boolean isChange() {
        return result == null;
    }

    Asked of(Distro distro, Component component, boolean fromNow) throws OverlayException, SourceUnavailableException {
        Recipe recipe = Recipe.of(component);
        Sources original = ComponentSources.of(distro, component);
        if (!isChange()) {
            Path given = Objects.requireNonNull(result);
            return Files.isDirectory(given)
                    ? ofFolder(distro, component, original, given, fromNow)
                    : new Asked(ofSpec(distro, recipe, original, spec(given), fromNow), "", List.of());
        }
        Sources before = Wish.present(recipe, original, ComponentSources.reader(distro));
        if (patch != null) {
            return new Asked(Wish.changing(recipe, before, patched(recipe, before, patch)), "", List.of());
        }
        Backport backport = Backport.of(distro, component, Objects.requireNonNull(commit), before);
        return new Asked(Wish.changing(recipe, before, backport.wanted()), backport.reason(), backport.conflicts());
    }

    private static Sources patched(Recipe recipe, Sources before, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            PatchedSources patched = new PatchedSources(bytes);
            if (patched.concerns(before)) {
                return patched.of(before);
            }
            String name = file.getFileName().toString();
            return new Applier(recipe.specName(), path -> Optional.of(bytes))
                    .apply(new Change.AddPatch("", name, name), before);
        } catch (IOException unreadable) {
            throw new InputException(FileTrouble.words(file, "can't be read", unreadable));
        } catch (OverlayException unfit) {
            throw new InputException(
                    file + " can't be applied to the sources of " + recipe.name() + ": " + unfit.reason() + ".");
        }
    }

    private static Asked ofFolder(Distro distro, Component component, Sources original, Path given, boolean fromNow)
            throws OverlayException {
        Recipe recipe = Recipe.of(component);
        Sources begun = fromNow ? Wish.present(recipe, original, ComponentSources.reader(distro)) : original;
        Sources wanted = new OwnDefinitions(distro, component).asIn(begun, folder(recipe, given));
        List<String> left = new ArrayList<>(links(given));
        left.addAll(Unsayable.between(begun, wanted));
        Wish wish = fromNow
                ? Wish.besides(recipe, original, ComponentSources.reader(distro), wanted)
                : Wish.instead(recipe, original, wanted);
        return new Asked(wish, "", left);
    }

    private static List<String> links(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isSymbolicLink)
                    .filter(link -> !link.equals(folder))
                    .sorted()
                    .map(link -> folder.relativize(link) + " is a link, and no overlay makes one")
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(FileTrouble.words(folder, "can't be read", unreadable));
        }
    }

    private static Wish ofSpec(Distro distro, Recipe recipe, Sources original, byte[] spec, boolean fromNow)
            throws OverlayException {
        return fromNow
                ? Wish.besides(recipe, original, ComponentSources.reader(distro), spec)
                : Wish.insteadOf(recipe, original, spec);
    }

    private static byte[] spec(Path result) {
        try {
            return Files.readAllBytes(result);
        } catch (IOException unreadable) {
            throw new InputException(FileTrouble.words(result, "can't be read", unreadable));
        }
    }

    private static Sources folder(Recipe recipe, Path result) {
        Path folder = result.toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve(recipe.specName()))) {
            throw new InputException(
                    "There is no " + recipe.specName() + " in " + result + "; name the folder that holds it.");
        }
        try {
            return LocalSources.read(new DiskTree(folder), recipe.specName());
        } catch (SourceUnavailableException unreadable) {
            throw new InputException(unreadable.reason());
        }
    }
}
