package dev.milliner.image.kiwi;

import dev.milliner.text.Place;

/**
 * An attribute of an element.
 *
 * @param name its name, with its prefix where it has one
 * @param value what it is, entities replaced
 * @param place where name and value stand
 */
public record KiwiAttribute(String name, String value, Place place) {}
