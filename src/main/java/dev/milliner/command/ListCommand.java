package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.ListJson;
import dev.milliner.distro.Component;
import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.PackageGroup;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ArrayNode;

/** Lists the resolved components, images, packages, groups, or the files they come from. */
@Command(name = "list", description = "Lists resolved configuration.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    /** What can be listed. */
    enum What {
        COMPONENTS,
        IMAGES,
        PACKAGES,
        GROUPS,
        FILES
    }

    private static final class WhatConverter implements ITypeConverter<What> {
        @Override
        public What convert(String value) {
            for (What what : What.values()) {
                if (what.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return what;
                }
            }
            throw new TypeConversionException("'" + value + "' cannot be listed");
        }
    }

    @Parameters(
            paramLabel = "components|images|packages|groups|files",
            description = "What to list.",
            converter = WhatConverter.class)
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Distro distro = options.load();
        if (options.json()) {
            spec.commandLine().getOut().println(JsonText.of(json(distro)));
        } else if (what == What.FILES) {
            distro.files().stream()
                    .map(TerminalOutput::oneLine)
                    .forEach(spec.commandLine().getOut()::println);
        } else {
            table(distro).print(spec.commandLine().getOut());
        }
        return TreeOptions.report(distro, spec.commandLine().getErr());
    }

    private ArrayNode json(Distro distro) {
        return switch (what) {
            case COMPONENTS -> ListJson.components(distro);
            case IMAGES -> ListJson.images(distro);
            case PACKAGES -> ListJson.packages(distro);
            case GROUPS -> ListJson.groups(distro);
            case FILES -> ListJson.files(distro);
        };
    }

    private TextTable table(Distro distro) {
        return switch (what) {
            case COMPONENTS -> components(distro);
            case IMAGES -> images(distro);
            case PACKAGES -> packages(distro);
            case GROUPS -> groups(distro);
            case FILES -> throw new IllegalStateException("Files are listed without a table.");
        };
    }

    private static TextTable components(Distro distro) {
        TextTable table = new TextTable("COMPONENT", "SPEC", "OVERLAYS", "GROUPS");
        for (Component component : distro.components().values()) {
            int overlays = component.overlays().size();
            table.row(
                    component.name(),
                    SpecText.of(component.spec(), distro.tree()),
                    overlays == 0 ? "" : String.valueOf(overlays),
                    String.join(", ", component.groups()));
        }
        return table;
    }

    private static TextTable images(Distro distro) {
        TextTable table = new TextTable("IMAGE", "TYPE", "DEFINITION", "CAPABILITIES", "CHANNELS");
        for (Image image : distro.images().values()) {
            table.row(
                    image.name(),
                    image.type().orElse(""),
                    image.definitionPath().orElse(""),
                    String.join(", ", image.capabilities()),
                    String.join(", ", image.publishChannels()));
        }
        return table;
    }

    private static TextTable packages(Distro distro) {
        TextTable table = new TextTable("PACKAGE", "COMPONENT", "GROUP", "CHANNEL");
        for (ListedPackage listed : distro.packages().values()) {
            table.row(listed.name(), listed.component(), String.join(", ", listed.packageGroups()), listed.channel());
        }
        return table;
    }

    private static TextTable groups(Distro distro) {
        TextTable table = new TextTable("GROUP", "KIND", "MEMBERS", "DESCRIPTION");
        for (ComponentGroup group : distro.componentGroups().values()) {
            table.row(
                    group.name(),
                    "components",
                    String.valueOf(group.components().size()),
                    group.description());
        }
        for (PackageGroup group : distro.packageGroups().values()) {
            table.row(group.name(), "packages", String.valueOf(group.packages().size()), group.description());
        }
        return table;
    }
}
