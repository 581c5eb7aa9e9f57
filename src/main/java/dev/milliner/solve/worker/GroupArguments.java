package dev.milliner.solve.worker;

import dev.milliner.rpm.Compression;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.comps.Comps;
import dev.milliner.solve.comps.CompsReader;
import dev.milliner.solve.comps.GroupPackage;
import dev.milliner.solve.comps.PackageGroup;
import dev.milliner.solve.comps.PackageType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What {@code @GROUP} asks for, after {@code Base.env_group_install} and {@code Base._finalize_comps_trans} of DNF 4. */
final class GroupArguments {
    private final PackagePool pool;
    private final Comps comps;
    private final String baseArchitecture;
    private final Glob glob;

    GroupArguments(PackagePool pool, Comps comps) {
        this.pool = pool;
        this.baseArchitecture = baseArchitecture(pool.policy().best());
        this.comps = comps;
        this.glob = new Glob(pool.solv(), true);
    }

    /** The groups of repositories. */
    static Comps read(List<RepositoryMetadata> repositories) {
        Comps all = Comps.NONE;
        for (RepositoryMetadata metadata : repositories) {
            if (metadata.groups().isPresent()) {
                try (InputStream content = Compression.open(metadata.groups().get())) {
                    all = all.with(CompsReader.read(content));
                } catch (IOException | XMLStreamException broken) {
                    throw new WorkerException(
                            WorkerReply.Failure.METADATA,
                            "The groups of " + metadata.id() + " cannot be read: " + broken.getMessage());
                }
            }
        }
        return all;
    }

    private static String baseArchitecture(String architecture) {
        if (architecture.startsWith("x86_64")) {
            return "x86_64";
        }
        return architecture.matches("i.86|athlon") ? "i386" : architecture;
    }

    /**
     * What a group's packages come to; none where there is no such group.
     *
     * @param argument without the {@code @}; types of packages may stand behind a slash
     * @param usual the types of packages where none stand there
     * @param excluded packages that are not there
     * @param remarks takes a line for each package that no repository has
     */
    Optional<List<Choice>> choices(
            String argument, Set<PackageType> usual, Set<Integer> excluded, List<String> remarks) {
        int slash = argument.indexOf('/');
        String name = slash < 0 ? argument : argument.substring(0, slash);
        Set<PackageType> types = slash < 0 ? usual : types(argument.substring(slash + 1));
        if (!comps.knows(name, glob::matches)) {
            return Optional.empty();
        }
        List<Choice> choices = new ArrayList<>();
        for (PackageGroup group : comps.matching(name, glob::matches)) {
            for (GroupPackage one : group.packages()) {
                if (types.contains(one.type())) {
                    choice(one, excluded)
                            .ifPresentOrElse(
                                    choices::add,
                                    () -> remarks.add("No match for group package \"" + one.name() + "\" of @" + name));
                }
            }
        }
        return Optional.of(choices);
    }

    private static Set<PackageType> types(String words) {
        Set<PackageType> types = EnumSet.noneOf(PackageType.class);
        for (String word : words.split(",", -1)) {
            PackageType.of(word).ifPresent(types::add);
        }
        return types;
    }

    private Optional<Choice> choice(GroupPackage one, Set<Integer> excluded) {
        Set<Integer> packages = new LinkedHashSet<>(pool.names().named(one.name()));
        packages.removeAll(excluded);
        if (one.baseOnly()) {
            packages.removeIf(id -> !pool.solvables().text(id, "solvable:arch").equals(baseArchitecture));
        }
        if (packages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                one.requires().isPresent()
                        ? new Choice.Condition(
                                condition(one.name(), one.requires().get(), excluded))
                        : new Choice.OneOf(
                                new Candidates(pool, excluded, DnfGeneration.DNF4).withAllObsoleters(packages)));
    }

    /** {@code (NAME if REQUIRES)}, where the best of what is left is meant by NAME. */
    private int condition(String name, String requires, Set<Integer> excluded) {
        int wanted = pool.text(name);
        Set<Integer> left = new LinkedHashSet<>(pool.providing(wanted));
        if (left.removeAll(excluded)) {
            wanted = left.stream()
                    .map(this::exactly)
                    .reduce((one, other) -> relation(one, other, RelationFlag.OR))
                    .orElse(wanted);
        }
        return relation(wanted, pool.text(requires), RelationFlag.IF);
    }

    private int exactly(int id) {
        Solvables solvables = pool.solvables();
        int version = relation(solvables.id(id, "solvable:name"), solvables.id(id, "solvable:evr"), RelationFlag.EQUAL);
        return relation(version, solvables.id(id, "solvable:arch"), RelationFlag.ARCHITECTURE);
    }

    private int relation(int one, int other, int kind) {
        return pool.solv().number("pool_rel2id", pool.address(), one, other, kind, 1);
    }
}
