package dev.milliner.language;

import dev.milliner.distro.Problem;
import java.util.Optional;

/**
 * A change that is offered at a place.
 *
 * @param title what it does, such as {@code Change to 'systemd'}
 * @param problem the problem that it takes away, where it is for one
 * @param preferred whether it is the likeliest of those for the problem
 * @param edit what changes
 */
public record CodeAction(String title, Optional<Problem> problem, boolean preferred, WorkspaceEdit edit) {}
