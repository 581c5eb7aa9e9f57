package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out which packages must not come; what was worked out is kept until what is installed changes. */
final class Exclusions {
    private record Key(SolvePhase phase, ModuleActivation switched, ModuleActivation activation) {}

    private final PackagePool pool;
    private final Map<Key, Excluded> known = new HashMap<>();

    Exclusions(PackagePool pool) {
        this.pool = pool;
    }

    void forget() {
        known.clear();
    }

    /** What a phase leaves out with what it wants of modules. */
    Excluded of(SolvePhase phase, ModuleRequest modules) {
        return known.computeIfAbsent(
                new Key(phase.of(List.of()), modules.switched(), modules.activation()), this::excluded);
    }

    private Excluded excluded(Key key) {
        Set<Integer> packages = new LinkedHashSet<>();
        Subject all = new Subject(pool, Set.of());
        key.phase().exclude().forEach(name -> packages.addAll(all.named(name).packages()));
        ModuleArguments modules = pool.modules(key.phase());
        if (!key.phase().settings().locks().isEmpty()) {
            // Locks are worked out before arguments switch modules on.
            Set<Integer> before = new LinkedHashSet<>(packages);
            before.addAll(modules.hidden(key.switched()));
            packages.addAll(lockedOut(key.phase().settings().locks(), before));
        }
        Set<Integer> hidden = modules.hidden(key.activation());
        packages.addAll(hidden);
        return new Excluded(key.phase().settings().generation(), packages, hidden);
    }

    /** All versions but the locked ones of what is locked, and what obsoletes these, as DNF's plugin versionlock does it. */
    private Set<Integer> lockedOut(List<String> locks, Set<Integer> before) {
        Subject all = new Subject(pool, before);
        Set<Integer> out = new LinkedHashSet<>();
        Set<Integer> locked = new LinkedHashSet<>();
        Set<Integer> versions = new LinkedHashSet<>();
        for (String lock : locks) {
            boolean barred = lock.startsWith("!");
            for (NevraForm form : NevraForm.of(barred ? lock.substring(1) : lock)) {
                (barred ? out : locked).addAll(all.considered(all.fitting(form)));
                if (!barred) {
                    versions.addAll(all.considered(all.fitting(NevraForm.ofName(form.name()))));
                }
            }
        }
        for (int one : locked) {
            for (int obsoleter : pool.relations().obsoleters(pool.installed().original(one))) {
                versions.add(obsoleter);
            }
        }
        versions.removeAll(before);
        versions.removeAll(locked);
        out.addAll(versions);
        out.removeIf(pool.installed()::isCopy);
        return out;
    }
}
