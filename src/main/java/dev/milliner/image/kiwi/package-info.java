/** KIWI's format as data, and a description as KIWI reads it: included, converted, checked. */
@NullMarked
package dev.milliner.image.kiwi;

import org.jspecify.annotations.NullMarked;
