/** Two states of a distro, or a distro and its upstream, side by side: what differs and why. */
@NullMarked
package dev.milliner.review;

import org.jspecify.annotations.NullMarked;
