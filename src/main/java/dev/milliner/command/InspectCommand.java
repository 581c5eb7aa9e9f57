package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.kiwi.PreviewCheck;
import dev.milliner.build.kiwi.PreviewCheck.Findings;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import dev.milliner.rpm.Repositories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Says what a built artifact holds. */
@Command(
        name = "inspect",
        description =
                "Says what a built artifact holds: a container or root archive, a disk (raw, qcow2, VHD, VMDK and others), an ext4"
                        + " file system, an rpmdb.sqlite, an rpm package, or a folder that is a root.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTIFACT", description = "The file or folder.")
    @SuppressWarnings("NullAway.Init")
    private Path artifact;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Option(
            names = "--image",
            paramLabel = "NAME",
            description =
                    "Hold it against the preview of an image of the distro, and against what the distro says of it.")
    private @Nullable String image;

    @Option(
            names = "--which",
            paramLabel = "WHICH",
            description = "Of an archive of several containers, the one with this name, tag, platform such as"
                    + " linux/arm64, or digest.")
    private @Nullable String which;

    @Option(names = "--files", description = "List the files too.")
    private boolean files;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inspection inspection = inspected();
        Optional<Findings> findings = Optional.ofNullable(image).map(name -> check(name, inspection));
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ObjectNode node = InspectJson.of(inspection);
            findings.ifPresent(found -> InspectJson.add(found, node));
            out.println(JsonText.of(node));
        } else {
            InspectText text = new InspectText(out);
            text.print(inspection, files);
            findings.ifPresent(text::print);
        }
        return findings.filter(InspectCommand::isWrong).isPresent() ? CommandLineEntry.AT_FAULT : CommandLineEntry.DONE;
    }

    private Inspection inspected() {
        try {
            return Inspector.inspect(artifact, Optional.ofNullable(which));
        } catch (IOException unreadable) {
            throw new InputException(FileTrouble.words(unreadable));
        }
    }

    private Findings check(String name, Inspection inspection) {
        Distro distro = options.load();
        Image known = new NameAsked("image", name).in(distro.images());
        BuiltPackages built = BuiltPackages.of(BuildStore.ofUser(), distro);
        return new PreviewCheck(built, new Repositories()).check(distro, known, inspection);
    }

    private static boolean isWrong(Findings findings) {
        return !findings.claims().isEmpty()
                || findings.difference().filter(one -> !one.isNone()).isPresent();
    }
}
