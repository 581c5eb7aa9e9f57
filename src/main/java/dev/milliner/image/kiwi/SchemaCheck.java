package dev.milliner.image.kiwi;

import dev.milliner.text.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a description to KIWI's schema. */
final class SchemaCheck {
    /** Where a schema for other programs is; KIWI passes over it. */
    private static final List<String> LOCATIONS = List.of("xsi:schemaLocation", "xsi:noNamespaceSchemaLocation");

    private static final String EXTENSION = "extension";

    private final DescriptionFaults faults;
    private final RuleCheck rules;
    private final List<KiwiElement> around = new ArrayList<>();

    SchemaCheck(DescriptionFaults faults) {
        this.faults = faults;
        this.rules = new RuleCheck(faults);
    }

    /** Checks an element of the schema and all that is in it. */
    void check(KiwiElement element) {
        SchemaElement schema = KiwiSchema.element(element.name()).orElseThrow();
        attributes(element, schema);
        text(element, schema);
        if (element.name().equals(EXTENSION)) {
            extension(element);
            return;
        }
        children(element, schema);
        rules.check(element, around);
        around.add(element);
        element.children().stream()
                .filter(child -> schema.child(child.name()).isPresent())
                .forEach(this::check);
        around.removeLast();
    }

    private void attributes(KiwiElement element, SchemaElement schema) {
        boolean located = false;
        for (KiwiAttribute attribute : element.attributes()) {
            if (element.name().equals("image") && LOCATIONS.contains(attribute.name()) && !located) {
                located = true;
            } else if (schema.attribute(attribute.name()).isEmpty()) {
                faults.error(
                        "kiwi-attribute",
                        "<" + element.name() + "> has no attribute '" + attribute.name() + "'. "
                                + advice(NearNames.question(schema.attributes(), attribute.name())),
                        attribute.place());
            } else if (!isVersion(element, attribute)) {
                value(element, attribute);
            }
        }
        for (String name : schema.attributes()) {
            if (schema.attribute(name).orElseThrow().isRequired()
                    && element.attribute(name).isEmpty()
                    && !isMisspelt(
                            name,
                            element.attributes().stream()
                                    .map(KiwiAttribute::name)
                                    .toList(),
                            schema.attributes())) {
                faults.error(
                        "kiwi-missing",
                        "<" + element.name() + "> lacks the attribute '" + name + "'. Add it.",
                        element.place());
            }
        }
    }

    /** Versions are looked at before they are converted. */
    private static boolean isVersion(KiwiElement element, KiwiAttribute attribute) {
        return element.name().equals("image") && attribute.name().equals("schemaversion");
    }

    private void value(KiwiElement element, KiwiAttribute attribute) {
        KiwiSchema.form(element.name(), attribute.name())
                .filter(form -> !form.matches(attribute.value()))
                .ifPresent(form -> faults.error(
                        "kiwi-value",
                        "'" + attribute.name() + "' of <" + element.name() + "> is "
                                + ValueForm.shown(attribute.value())
                                + " and must be " + wanted(form) + "."
                                + before(NearNames.question(
                                        KiwiSchema.values(element.name(), attribute.name()), attribute.value())),
                        attribute.place()));
    }

    private static String wanted(ValueForm form) {
        return form.says() + (form.exact() ? ", with no blanks round it" : "");
    }

    private void text(KiwiElement element, SchemaElement schema) {
        String words = ValueForm.collapsed(element.text());
        Optional<ValueForm> form = schema.text();
        if (!schema.holdsText() && !words.isEmpty()) {
            faults.error(
                    "kiwi-text",
                    "<" + element.name() + "> holds no text. Remove " + ValueForm.shown(words) + ".",
                    element.place());
        } else if (form.isPresent() && !schema.allows(element.text())) {
            faults.error(
                    "kiwi-value",
                    "<" + element.name() + "> is " + ValueForm.shown(element.text()) + " and must be "
                            + wanted(form.get()) + "."
                            + before(NearNames.question(schema.words(), words)),
                    element.place());
        }
    }

    private void children(KiwiElement element, SchemaElement schema) {
        Map<String, KiwiElement> first = new HashMap<>();
        for (KiwiElement child : element.children()) {
            Optional<Occurrence> occurrence = schema.child(child.name());
            KiwiElement before = first.putIfAbsent(child.name(), child);
            if (occurrence.isEmpty()) {
                faults.error(
                        "kiwi-element",
                        "<" + child.name() + "> can't stand in <" + element.name() + ">. "
                                + advice(NearNames.question(schema.children(), child.name())),
                        child.place());
            } else if (before != null && !occurrence.get().mayRepeat()) {
                faults.error(
                        "kiwi-repeated",
                        "<" + child.name() + "> stands in <" + element.name() + "> once only, and is already in "
                                + before.place().file() + ":"
                                + before.place().range().line() + ". Remove one of the two.",
                        child.place());
            }
        }
        for (String name : schema.children()) {
            if (schema.child(name).orElseThrow().isRequired()
                    && !first.containsKey(name)
                    && !isMisspelt(name, first.keySet(), schema.children())) {
                faults.error("kiwi-missing", "<" + element.name() + "> lacks <" + name + ">. Add it.", element.place());
            }
        }
    }

    /** What it holds is for others to judge, but there must be something, and in a namespace of its own. */
    private void extension(KiwiElement extension) {
        if (extension.children().isEmpty()) {
            faults.error("kiwi-missing", "<extension> holds nothing. Fill or remove it.", extension.place());
        }
        extension.children().stream()
                .filter(child -> !child.name().startsWith("{"))
                .forEach(child -> faults.error(
                        "kiwi-element",
                        "<" + child.name() + "> in <extension> is in no namespace. Give it one by xmlns.",
                        child.place()));
    }

    /** A name that is missing may only be misspelt, which is said of what stands there. */
    private static boolean isMisspelt(String missing, Collection<String> written, Collection<String> known) {
        return written.stream().filter(one -> !known.contains(one)).anyMatch(one -> NearNames.of(known, one)
                .contains(missing));
    }

    private static String advice(String question) {
        return question.isEmpty() ? "Remove it." : question;
    }

    private static String before(String question) {
        return question.isEmpty() ? "" : " " + question;
    }
}
