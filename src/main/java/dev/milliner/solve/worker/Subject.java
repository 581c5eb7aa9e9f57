package dev.milliner.solve.worker;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text means among packages, in the order of libdnf's {@code Query::filterSubject}. */
final class Subject {
    private static final Pattern RELATION = Pattern.compile("(\\S*)\\s*(<=|>=|==|<|>|=)?\\s*(\\S*)");
    private static final String NO_NAME = "(/=<> ";

    private final PackagePool pool;
    private final Set<Integer> excluded;
    private final Glob glob;

    /**
     * Among all packages but some.
     *
     * @param excluded packages that are not there
     */
    Subject(PackagePool pool, Set<Integer> excluded) {
        this.pool = pool;
        this.excluded = excluded;
        this.glob = new Glob(pool.solv(), false);
    }

    /**
     * What a text means.
     *
     * @param packages Ids; those of installed ones are of the copies
     * @param form how the text was read, where it was read as a name
     */
    record Found(Set<Integer> packages, Optional<NevraForm> form) {
        boolean isJustName() {
            return form.map(NevraForm::isJustName).orElse(false);
        }
    }

    static boolean isFile(String text) {
        return text.startsWith("/") || text.startsWith("*/");
    }

    /** By name, capability or file. */
    Found find(String text) {
        Found named = named(text);
        if (!named.packages().isEmpty()) {
            return named;
        }
        Set<Integer> provides = considered(providing(text));
        return provides.isEmpty() && isFile(text)
                ? new Found(considered(pool.files().holding(text)), Optional.empty())
                : new Found(provides, Optional.empty());
    }

    /** By name alone, with or without version, release and architecture. */
    Found named(String text) {
        for (NevraForm form : NevraForm.of(text)) {
            Set<Integer> fitting = considered(fitting(form));
            if (!fitting.isEmpty()) {
                return new Found(fitting, Optional.of(form));
            }
        }
        boolean full = Glob.isPattern(text) && text.chars().noneMatch(letter -> NO_NAME.indexOf(letter) >= 0);
        return new Found(full ? considered(pool.names().matchingInFull(glob, text)) : Set.of(), Optional.empty());
    }

    /** What fits one reading of a text. */
    Set<Integer> fitting(NevraForm form) {
        Set<Integer> named = Glob.isPattern(form.name())
                ? pool.names().matching(glob, form.name())
                : pool.names().named(form.name());
        if (!form.isJustName()) {
            named.removeIf(id ->
                    !form.fits(glob, pool.facts(pool.installed().original(id)).nevra()));
        }
        return named;
    }

    /** Without what is not there. */
    Set<Integer> considered(Set<Integer> packages) {
        if (excluded.isEmpty()) {
            return packages;
        }
        Set<Integer> left = new LinkedHashSet<>(packages);
        left.removeAll(excluded);
        return left;
    }

    private Set<Integer> providing(String text) {
        if (text.startsWith("(")) {
            return pool.providing(pool.solv().number("pool_parserpmrichdep", pool.address(), text));
        }
        Matcher relation = RELATION.matcher(text);
        if (Glob.isPattern(text)) {
            return pool.selected(
                    text, SolverFlag.SELECTION_PROVIDES | SolverFlag.SELECTION_GLOB | SolverFlag.SELECTION_RELATION);
        }
        if (!relation.matches() || relation.group(1).isEmpty()) {
            return Set.of();
        }
        if (relation.group(2) != null) {
            return providing(relation.group(1), relation.group(2), relation.group(3));
        }
        // A blank within is part of the name, as files have it.
        return pool.providing(pool.text(relation.group(3).isEmpty() ? relation.group(1) : text));
    }

    private Set<Integer> providing(String name, String operator, String version) {
        if (version.isEmpty()) {
            return Set.of();
        }
        int flags = (operator.contains(">") ? RelationFlag.GREATER : 0)
                | (operator.contains("=") ? RelationFlag.EQUAL : 0)
                | (operator.contains("<") ? RelationFlag.LESS : 0);
        return pool.providing(
                pool.solv().number("pool_rel2id", pool.address(), pool.text(name), pool.text(version), flags, 1));
    }
}
