package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import java.util.List;
import java.util.Optional;

/**
 * One edit that several definitions follow.
 *
 * @param kind what they are
 * @param change what becomes of the value in each, and where the edit stands; of packages, which each stand in a line of their
 *     own, where the first is listed
 * @param names their names, in order
 * @param layer the layer that it stands in, such as {@code distro default}; empty where they do not share one
 */
public record SharedEdit(Kind kind, ValueChange change, List<String> names, Optional<String> layer) {}
