/** The page of reviews: what the files as they are change against a commit, in effect. */
@NullMarked
package dev.milliner.workbench.review;

import org.jspecify.annotations.NullMarked;
