package dev.milliner.serve.lsp;

import dev.milliner.distro.Distro;
import dev.milliner.language.LanguageService;
import java.util.Map;

/**
 * What a distro comes to with the texts that were open at a moment.
 *
 * @param number counts the states that were asked for
 * @param distro the distro
 * @param service what is known of it
 * @param documents the texts that were open, by path; no later states of them
 */
record DistroState(long number, Distro distro, LanguageService service, Map<String, OpenDocument> documents) {}
