package dev.milliner.distro;

import dev.milliner.text.Place;

/**
 * A table under a name, with the file that defines it.
 *
 * @param name the name
 * @param table what it says
 * @param key where the name is written
 * @param folder the absolute folder of the file
 */
record Named(String name, TableValue table, Place key, String folder) {}
