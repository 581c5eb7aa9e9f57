package dev.milliner.language;

import dev.milliner.text.Place;

/**
 * A place where something is named.
 *
 * @param entity what is named
 * @param place the name, with the quotes around it
 * @param definition whether it is defined there
 */
record Mention(Entity entity, Place place, boolean definition) {}
