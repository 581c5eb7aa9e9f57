/** Packages and images by azldev, from a copy of the tree. */
@NullMarked
package dev.milliner.build.azldev;

import org.jspecify.annotations.NullMarked;
