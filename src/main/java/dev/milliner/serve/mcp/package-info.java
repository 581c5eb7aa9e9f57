/** The server for agents: what the command line answers, by the Model Context Protocol. */
@NullMarked
package dev.milliner.serve.mcp;

import org.jspecify.annotations.NullMarked;
