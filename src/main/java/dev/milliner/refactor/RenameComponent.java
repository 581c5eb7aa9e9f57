package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.language.Document;
import dev.milliner.language.LanguageService;
import dev.milliner.language.RenameAnswer;
import dev.milliner.language.Surroundings;
import dev.milliner.language.TomlHeader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a component another name, everywhere; it keeps the one it has upstream.
 *
 * @param component its name
 * @param name the name it gets
 */
public record RenameComponent(String component, String name) implements Refactoring {
    @Override
    public String title() {
        return "Rename '" + component + "' to '" + name + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Distro distro = draft.distro();
        Component known = Sought.component(distro, component);
        Unit unit = Sought.defined(draft, known);
        Document document = new Document(known.place().file(), unit.file().text(), 0);
        switch (new LanguageService(distro, Surroundings.ofTree()).rename(document, offset(unit), name)) {
            case RenameAnswer.Edits edits -> draft.take(edits.edit());
            case RenameAnswer.Refusal refusal -> throw new Obstacle(refusal.reason());
        }
        Set<Difference> differences = new HashSet<>();
        differences.add(Difference.removed("components", component));
        differences.add(Difference.added("components", name));
        known.groups().forEach(group -> differences.add(Difference.changed("component-groups", group)));
        return Outcome.of(differences).held(after -> sameButForItsName(known, after));
    }

    private static int offset(Unit unit) {
        if (unit.stretches().isEmpty()) {
            TomlStatement entry = unit.entries().getFirst();
            int line = unit.file().offset(entry.line());
            return unit.file().text().indexOf(unit.name(), line) + 1;
        }
        int header = unit.stretches().getFirst().from();
        while (!unit.file().lines().isHeader(header)) {
            header++;
        }
        return TomlHeader.of(unit.file().lines(), header)
                        .segments()
                        .get(1)
                        .span()
                        .start()
                + 1;
    }

    private Optional<String> sameButForItsName(Component before, Distro after) {
        Component now = after.components().get(name);
        return now != null && comparable(before).equals(comparable(now))
                ? Optional.empty()
                : Optional.of("'" + name + "' would resolve to something else than '" + component + "' does.");
    }

    private static ObjectNode comparable(Component component) {
        ObjectNode json = (ObjectNode) component.json().deepCopy();
        json.remove("name");
        json.remove("renderedSpecDir");
        if (json.get("spec") instanceof ObjectNode spec) {
            spec.remove("upstreamName");
        }
        return json;
    }
}
