package dev.milliner.command;

import dev.milliner.answer.DeriveJson;
import dev.milliner.answer.JsonText;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(multiplicity = "1")
    private final DerivedFrom from = new DerivedFrom();

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
        if (into != null && !fromNow && !from.isChange() && component.hasOverlays()) {
            throw new InputException(name
                    + " has overlays already. Say --from-now to add to them, or take what is printed without --into.");
        }
        DerivedFrom.Asked asked = asked(distro, component);
        Derived derived = asked.wish().derive();
        boolean whole = derived.exact() && asked.left().isEmpty();
        if (into != null && whole) {
            new DerivedInto(distro, options.loader(), name, derived, asked.reason())
                    .write(
                            into.equals(DerivedInto.INLINE) ? into : options.file(into),
                            spec.commandLine().getErr());
        }
        if (options.json()) {
            spec.commandLine()
                    .getOut()
                    .println(JsonText.of(DeriveJson.of(name, derived, asked.reason(), asked.left())));
        } else {
            print(derived, asked);
        }
        return whole ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private void print(Derived derived, DerivedFrom.Asked asked) {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().getOut().print(DeriveJson.toml(name, derived, asked.reason()));
        derived.rest()
                .forEach(change -> err.println("No overlay reaches what differs in "
                        + TerminalOutput.oneLine(change.file()) + ":\n" + DeriveJson.hunks(change)));
        asked.left()
                .forEach(words -> err.println("Left out, as it does not fit: " + TerminalOutput.oneLine(words) + "."));
    }

    private DerivedFrom.Asked asked(Distro distro, Component component) {
        try {
            return from.of(distro, component, fromNow);
        } catch (OverlayException fails) {
            throw new InputException("No overlays of " + name + " can be derived: " + fails.reason() + ".");
        } catch (SourceUnavailableException unavailable) {
            throw Unreachable.told(unavailable);
        }
    }
}
