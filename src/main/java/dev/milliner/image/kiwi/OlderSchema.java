package dev.milliner.image.kiwi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Brings descriptions of older schemas to the newest, as KIWI does before it looks at one. */
final class OlderSchema {
    private static final Pattern NUMBER = Pattern.compile("\\s*-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)\\s*");

    /** The first version that KIWI still takes. */
    static final String FIRST = "7.4";

    /**
     * What became different after a version.
     *
     * @param after the last version that it was not so
     * @param to the version that it is so from
     * @param element the elements that it is about
     * @param change what becomes of one of them
     */
    private record Step(double after, String to, String element, UnaryOperator<KiwiElement> change) {}

    private static final List<Step> STEPS = List.of(
            new Step(7.4, "7.5", "containerconfig", OlderSchema::namedTags),
            new Step(7.5, "7.6", "packagemanager", OlderSchema::dnf4),
            new Step(7.6, "8.0", "image", UnaryOperator.identity()),
            new Step(8.0, "8.1", "repository", OlderSchema::withoutFolderType),
            new Step(8.1, "8.2", "repository", one -> without(one, "use_for_bootstrap")),
            new Step(
                    8.2,
                    "8.3",
                    "type",
                    one -> renamed(one, "btrfs_root_is_snapshot", "btrfs_root_is_snapper_snapshot")),
            new Step(8.3, "8.4", "bootloader", OlderSchema::twoTerminals),
            new Step(8.4, KiwiSchema.VERSION, "type", one -> without(one, "vga")));

    private OlderSchema() {}

    /** The number that a version is, as XML's style sheets count; nothing where it is none. */
    static Optional<Double> number(String version) {
        return NUMBER.matcher(version).matches() ? Optional.of(Double.parseDouble(version.strip())) : Optional.empty();
    }

    /** Tells whether KIWI takes a version, at least to bring it to a newer one. */
    static boolean isKnown(String version) {
        return number(version).filter(one -> one >= Double.parseDouble(FIRST)).isPresent();
    }

    /** A description of the newest schema. One whose version is unknown stays as it is. */
    static KiwiElement converted(KiwiElement image) {
        String version = image.value("schemaversion");
        if (!isKnown(version)) {
            return image;
        }
        KiwiElement now = image;
        for (Step step : STEPS) {
            if (number(version).orElseThrow() <= step.after()) {
                version = step.to();
                now = changed(now, step);
            }
        }
        String reached = version;
        return with(
                now,
                now.attributes().stream()
                        .map(one -> one.name().equals("schemaversion")
                                ? new KiwiAttribute(one.name(), reached, one.place())
                                : one)
                        .toList());
    }

    private static KiwiElement changed(KiwiElement element, Step step) {
        KiwiElement own = element.name().equals(step.element()) ? step.change().apply(element) : element;
        return own.containing(
                own.children().stream().map(child -> changed(child, step)).toList());
    }

    private static KiwiElement with(KiwiElement element, List<KiwiAttribute> attributes) {
        return new KiwiElement(element.name(), attributes, element.children(), element.text(), element.place());
    }

    private static KiwiElement without(KiwiElement element, String name) {
        return with(
                element,
                element.attributes().stream()
                        .filter(one -> !one.name().equals(name))
                        .toList());
    }

    private static KiwiElement renamed(KiwiElement element, String from, String to) {
        return element.attribute(from)
                .map(old -> added(without(element, from), to, old.value(), old))
                .orElse(element);
    }

    private static KiwiElement added(KiwiElement element, String name, String value, KiwiAttribute stead) {
        List<KiwiAttribute> attributes = new ArrayList<>(without(element, name).attributes());
        attributes.add(new KiwiAttribute(name, value, stead.place()));
        return with(element, attributes);
    }

    private static KiwiElement namedTags(KiwiElement container) {
        return container
                .attribute("additionaltags")
                .map(old -> added(
                        without(container, "additionaltags"),
                        "additionalnames",
                        ":" + old.value().replace(",", ",:"),
                        old))
                .orElse(container);
    }

    private static KiwiElement dnf4(KiwiElement manager) {
        return manager.text().equals("dnf")
                ? new KiwiElement(manager.name(), List.of(), manager.children(), "dnf4", manager.place())
                : manager;
    }

    private static KiwiElement withoutFolderType(KiwiElement repository) {
        return repository.value("type").equals("rpm-dir") ? without(repository, "type") : repository;
    }

    private static KiwiElement twoTerminals(KiwiElement loader) {
        Optional<KiwiAttribute> old = loader.attribute("console");
        if (old.isEmpty()) {
            return loader;
        }
        String[] terminals = old.get().value().split(" ", 2);
        KiwiElement output = added(without(loader, "console"), "output_console", terminals[0], old.get());
        return terminals.length == 1 ? output : added(output, "input_console", terminals[1], old.get());
    }
}
