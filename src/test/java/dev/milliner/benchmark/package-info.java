/** JMH benchmarks; how to run them is in CONTRIBUTING.md. */
@NullMarked
package dev.milliner.benchmark;

import org.jspecify.annotations.NullMarked;
