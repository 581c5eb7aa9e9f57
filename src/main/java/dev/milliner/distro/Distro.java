package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A distro as one state of its files makes it. Immutable; an edit makes a new one. */
public final class Distro {
    private final SourceTree tree;
    private final Contents contents;
    private final Assembly whole;
    private final Set<String> changed;
    private final Lazy<List<Caused>> causes;

    /**
     * A distro.
     *
     * @param tree what it was read from
     * @param contents what it holds
     * @param whole what was put together last from the beginning
     * @param changed the files that changed since
     */
    Distro(SourceTree tree, Contents contents, Assembly whole, Set<String> changed) {
        this.tree = tree;
        this.contents = contents;
        this.whole = whole;
        this.changed = Set.copyOf(changed);
        this.causes = new Lazy<>(() -> Causes.of(contents.problems(), tree));
    }

    /** The tree it was read from. */
    public SourceTree tree() {
        return tree;
    }

    Assembly whole() {
        return whole;
    }

    /** The files that changed since it was last put together from the beginning. */
    Set<String> changed() {
        return changed;
    }

    /** The default distro's name; the root folder's where the tree names none. */
    public String name() {
        return contents.name();
    }

    /** The default distro's version, or empty. */
    public String version() {
        return contents.version();
    }

    /** The files it was read from, in the order azldev reads them, overlay files last. */
    public List<String> files() {
        return contents.files();
    }

    /** Tells whether a file is one of the tree's own configuration files, rather than an overlay file or one from outside. */
    public boolean isConfiguration(String file) {
        return contents.files().contains(file)
                && !file.isEmpty()
                && !file.startsWith("/")
                && takers(file).isEmpty();
    }

    /** The components that take in an overlay file; none where a file is not one. */
    public Set<String> takers(String overlayFile) {
        return contents.takers().getOrDefault(overlayFile, Set.of());
    }

    /** Everything that is wrong, by file and line. */
    public List<Problem> problems() {
        return contents.problems();
    }

    /** Everything that is wrong, what follows only from something else below it. */
    public List<Caused> causes() {
        return causes.get();
    }

    /** The components, those that only a spec glob finds included. */
    public NavigableMap<String, Component> components() {
        return contents.components();
    }

    /** The component groups. */
    public NavigableMap<String, ComponentGroup> componentGroups() {
        return contents.componentGroups();
    }

    /** The package groups. */
    public NavigableMap<String, PackageGroup> packageGroups() {
        return contents.packageGroups();
    }

    /** The images. */
    public NavigableMap<String, Image> images() {
        return contents.images();
    }

    /** The distros. */
    public NavigableMap<String, DistroDefinition> distros() {
        return contents.distros();
    }

    /** The RPM repositories, those that sets bring included. */
    public NavigableMap<String, RpmRepository> repositories() {
        return contents.repositories();
    }

    /** The test suites. */
    public NavigableMap<String, TestSuite> testSuites() {
        return contents.testSuites();
    }

    /** Where each set of repositories is named. */
    public NavigableMap<String, Place> repositorySets() {
        return contents.repositorySets();
    }

    /** Where each template of such sets is named; those that azldev brings stand in no file. */
    public NavigableMap<String, Place> setTemplates() {
        return contents.setTemplates();
    }

    /** The packages that the tree names. */
    public NavigableMap<String, ListedPackage> packages() {
        return contents.packages().get();
    }

    /** The names of the packages that groups list, in the order they are first listed: known without working anything out. */
    public List<String> listedPackages() {
        return contents.packageIndex().names();
    }

    /**
     * Tells, without working packages out, that another state lists the same ones in the same groups and with the same defaults; what
     * components and component groups say of them apart.
     */
    @SuppressWarnings("ReferenceEquality") // it is kept while no group changes
    public boolean listsPackagesLike(Distro other) {
        SameValues same = new SameValues();
        return contents.packageIndex() == other.contents.packageIndex()
                && Stream.of("default-package-config", "default-component-config")
                        .allMatch(table -> same.tables(
                                settings().table(table), other.settings().table(table)));
    }

    /** The groups that list a package, by name. */
    public List<String> groupsOfPackage(String name) {
        PackageIndex.Entry entry = contents.packageIndex().entries().get(name);
        return entry == null ? List.of() : entry.groups();
    }

    /** The definition that a line belongs to: the innermost one, so a package rather than its group. */
    public Optional<Definition> definitionAt(String file, int line) {
        return contents.places().get().at(file, line);
    }

    /** The definition of a kind with a name. */
    public Optional<Definition> definition(Kind kind, String name) {
        return kind == Kind.PACKAGE
                ? contents.packageNamed().apply(name).map(Definition.class::cast)
                : Optional.ofNullable(definitions(kind).get(name));
    }

    /** The names of all definitions of a kind, sorted. */
    public Set<String> names(Kind kind) {
        return definitions(kind).keySet();
    }

    private NavigableMap<String, ? extends Definition> definitions(Kind kind) {
        return switch (kind) {
            case COMPONENT -> components();
            case COMPONENT_GROUP -> componentGroups();
            case PACKAGE -> packages();
            case PACKAGE_GROUP -> packageGroups();
            case IMAGE -> images();
            case DISTRO -> distros();
            case REPOSITORY -> repositories();
            case TEST_SUITE -> testSuites();
        };
    }

    /**
     * The component whose spec a file is, its own or as azldev renders it.
     *
     * @param file a path relative to the root
     */
    public Optional<Component> componentOfSpec(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".spec")
                ? Optional.ofNullable(components().get(name.substring(0, name.length() - ".spec".length())))
                        .filter(component -> isSpecOf(component, file))
                : Optional.empty();
    }

    private boolean isSpecOf(Component component, String file) {
        return component.renderedSpec().equals(file)
                || (component.isLocal()
                        && component
                                .spec()
                                .path()
                                .map(tree()::relative)
                                .filter(file::equals)
                                .isPresent());
    }

    /** The folders that azldev writes logs, work, results and rendered specs into, absolute. */
    public Set<String> writtenFolders() {
        return Configuration.written(tree, contents.settings().table("project"));
    }

    /** The folder that specs are rendered into, relative to the root; azldev's own where the project names none. */
    public String renderedSpecFolder() {
        String named = contents.settings().table("project").text("rendered-specs-dir");
        return named.isEmpty() ? "specs" : tree.relative(named);
    }

    /** The folder that components' locks lie in, relative to the root. */
    public String lockFolder() {
        return tree.relative(Locks.folder(tree, contents.settings().table("project")));
    }

    /** What is said of it as a whole, by the tables' names. */
    TableValue settings() {
        return contents.settings();
    }

    /** The merged configuration as {@code azldev config dump -f json} prints it. */
    public JsonNode configuration() {
        return contents.configuration().get();
    }
}
