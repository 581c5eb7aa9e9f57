/** What every room stands on: tools, downloads, digests, the user's folders, safe XML, a failure told. */
@NullMarked
package dev.milliner.ground;

import org.jspecify.annotations.NullMarked;
