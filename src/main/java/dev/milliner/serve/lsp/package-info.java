/** The language server: what the room {@code language} knows, by the Language Server Protocol 3.17. */
@NullMarked
package dev.milliner.serve.lsp;

import org.jspecify.annotations.NullMarked;
