package dev.milliner.image.kiwi;

import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds an element to the rules of which attributes go with which others. */
final class RuleCheck {
    /** The names of the partitions that KIWI makes by itself. Its rule refuses every stretch of this text. */
    private static final String RESERVED = "root readonly boot prep spare swap efi_csm efi";

    private static final String COMBINATION = "kiwi-combination";

    private final DescriptionFaults faults;

    RuleCheck(DescriptionFaults faults) {
        this.faults = faults;
    }

    /**
     * Checks one element.
     *
     * @param around the elements round it, the outermost first
     */
    void check(KiwiElement element, List<KiwiElement> around) {
        for (KiwiRule rule : KiwiRule.BY_ELEMENT.getOrDefault(element.name(), List.of())) {
            for (String attribute : rule.scope().in(element)) {
                Optional<KiwiAttribute> own = element.attribute(attribute);
                Place place = own.map(KiwiAttribute::place).orElse(element.place());
                String subject = own.isPresent() ? "'" + attribute + "'" : "<" + element.name() + ">";
                hold(rule, subject, place, element, around);
            }
        }
        switch (element.name()) {
            case "partition" -> partition(element);
            case "size" -> size(element);
            case "type" -> vagrant(element);
            case "packages" -> bootstrapPackage(element, around);
            default -> {
                // Nothing of its own.
            }
        }
    }

    private void hold(KiwiRule rule, String subject, Place place, KiwiElement element, List<KiwiElement> around) {
        switch (rule) {
            case KiwiRule.Only only -> {
                Optional<KiwiAttribute> other = at(only.where(), element, around);
                boolean holds = other.map(one -> only.allows(ValueForm.collapsed(one.value())))
                        .orElse(!only.there());
                if (!holds) {
                    faults.error(
                            COMBINATION,
                            subject + " is for " + values(only) + " only, and here "
                                    + other.map(one -> "it is " + ValueForm.shown(one.value()))
                                            .orElse("'" + name(only.where()) + "' is missing")
                                    + ". Remove " + subject + ", or change '" + name(only.where()) + "'.",
                            place);
                }
            }
            case KiwiRule.Needs needs -> {
                boolean holds = needs.anyOf().stream()
                        .flatMap(path -> at(path, element, around).stream())
                        .anyMatch(one -> needs.is().map(one.value()::equals).orElse(true));
                if (!holds) {
                    faults.error(
                            COMBINATION,
                            subject + condition(rule) + " needs "
                                    + needs.anyOf().stream()
                                            .map(path -> "'" + name(path) + "'")
                                            .collect(Collectors.joining(" or "))
                                    + needs.is()
                                            .map(is -> " to be \"" + is + "\"")
                                            .orElse("") + ". Add it.",
                            place);
                }
            }
            case KiwiRule.Bars bars ->
                bars.others().stream()
                        .flatMap(path -> at(path, element, around).stream())
                        .forEach(other -> faults.error(
                                COMBINATION,
                                "'" + other.name() + "' can't stand beside " + subject + condition(rule)
                                        + ". Remove one of them.",
                                other.place()));
        }
    }

    private static String condition(KiwiRule rule) {
        return rule.scope().when().entrySet().stream()
                .map(entry -> " with " + entry.getKey() + "=\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(" and"));
    }

    private static String values(KiwiRule.Only only) {
        return only.of().stream()
                .map(value -> name(only.where()) + "=\"" + value.replace("*", "…") + "\"")
                .collect(Collectors.joining(" or "));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The attribute that a path leads to. */
    private static Optional<KiwiAttribute> at(String path, KiwiElement element, List<KiwiElement> around) {
        int up = (path.length() - path.replace("../", "").length()) / "../".length();
        KiwiElement from = up == 0 ? element : around.size() < up ? null : around.get(around.size() - up);
        return from == null ? Optional.empty() : from.attribute(name(path));
    }

    private void partition(KiwiElement partition) {
        partition
                .attribute("name")
                .filter(one -> RESERVED.contains(one.value()))
                .ifPresent(name -> faults.error(
                        COMBINATION,
                        "A partition can't be called '" + name.value()
                                + "': KIWI keeps that for partitions that it makes by" + " itself ("
                                + RESERVED.replace(" ", ", ") + "). Give it another name.",
                        name.place()));
    }

    private void size(KiwiElement size) {
        size.attribute("unpartitioned")
                .filter(outside -> !isWithin(OlderSchema.number(outside.value()), OlderSchema.number(size.text())))
                .ifPresent(outside -> faults.error(
                        COMBINATION,
                        "'unpartitioned' must be a number without a sign, no more than the whole size. Make it smaller,"
                                + " or the size larger.",
                        outside.place()));
    }

    private static boolean isWithin(Optional<Double> part, Optional<Double> whole) {
        return part.isPresent() && whole.isPresent() && part.get() <= whole.get();
    }

    private void vagrant(KiwiElement type) {
        if (type.value("format").equals("vagrant")
                && type.children("vagrantconfig").isEmpty()) {
            faults.error(
                    COMBINATION, "<type> with format=\"vagrant\" needs a <vagrantconfig> in it. Add it.", type.place());
        }
    }

    private void bootstrapPackage(KiwiElement packages, List<KiwiElement> around) {
        boolean apt = around.getFirst().children("preferences").stream()
                .flatMap(one -> one.children("packagemanager").stream())
                .anyMatch(one -> one.text().equals("apt"));
        packages.attribute("bootstrap_package")
                .filter(one -> !apt)
                .ifPresent(one -> faults.error(
                        COMBINATION,
                        "'bootstrap_package' is for the package manager apt only. Remove it.",
                        one.place()));
    }
}
