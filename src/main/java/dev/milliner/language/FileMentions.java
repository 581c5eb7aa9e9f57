package dev.milliner.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mentions of one file.
 *
 * @param all in the order in which they were found
 * @param byName the same by the name of what is mentioned
 */
record FileMentions(List<Mention> all, Map<String, List<Mention>> byName) {
    static FileMentions of(List<Mention> all) {
        Map<String, List<Mention>> byName = HashMap.newHashMap(all.size());
        for (Mention mention : all) {
            byName.computeIfAbsent(mention.entity().name(), name -> new ArrayList<>(1))
                    .add(mention);
        }
        return new FileMentions(all, byName);
    }

    /** The mentions of one thing. */
    List<Mention> of(Entity entity) {
        return byName.getOrDefault(entity.name(), List.of()).stream()
                .filter(mention -> mention.entity().equals(entity))
                .toList();
    }
}
