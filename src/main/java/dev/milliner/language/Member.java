package dev.milliner.language;

import dev.milliner.distro.Shape;

/** A key of a table of the format. */
record Member(Shape.Table table, Shape.Field field) {}
