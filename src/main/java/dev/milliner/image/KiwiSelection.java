package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a description counts for some profiles and an architecture, as KIWI chooses it (its xml_state.py). */
public final class KiwiSelection {
    /** What KIWI takes where a description names no package manager. */
    private static final String USUAL_MANAGER = "dnf4";

    private final KiwiDocument document;
    private final String architecture;
    private final Map<String, KiwiProfile> known = new LinkedHashMap<>();
    private final Set<String> profiles = new LinkedHashSet<>();
    private final Map<String, Optional<Place>> unknown = new LinkedHashMap<>();

    /**
     * Chooses.
     *
     * @param document the description
     * @param asked the profiles asked for; where there are none, those that are imported count
     * @param architecture the build host's, such as {@code x86_64}
     */
    public KiwiSelection(KiwiDocument document, Collection<String> asked, String architecture) {
        this.document = document;
        this.architecture = architecture;
        document.profiles().stream()
                .filter(one -> matches(one.architectures()))
                .forEach(one -> known.put(one.name(), one));
        if (asked.isEmpty()) {
            document.profiles().stream()
                    .filter(one -> one.imported() && matches(one.architectures()))
                    .forEach(one -> profiles.add(one.name()));
        } else {
            asked.forEach(name -> add(name, Optional.empty()));
        }
    }

    private void add(String name, Optional<Place> requirement) {
        KiwiProfile profile = known.get(name);
        if (profile == null) {
            unknown.putIfAbsent(name, requirement);
        } else if (profiles.add(name)) {
            profile.requires().stream()
                    .filter(required -> matches(required.architectures()))
                    .forEach(required -> add(required.profile(), Optional.of(required.place())));
        }
    }

    /** Tells whether what is for some architectures, or for all, is for this one. */
    boolean matches(List<String> architectures) {
        return architectures.isEmpty() || architectures.contains(architecture);
    }

    private boolean counts(List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(profiles::contains);
    }

    /** The profiles that count, those that others require included. */
    public Set<String> profiles() {
        return profiles;
    }

    /** The profiles that are asked for, or required by others, and that the architecture has not: KIWI refuses them. */
    public Set<String> unknownProfiles() {
        return unknown.keySet();
    }

    /** Where a profile that is unknown is required; nowhere where it was asked for. */
    Optional<Place> requirement(String unknownProfile) {
        return unknown.getOrDefault(unknownProfile, Optional.empty());
    }

    /** The architecture that it is for. */
    String architecture() {
        return architecture;
    }

    /** The names that profiles may have for the architecture. */
    Set<String> knownProfiles() {
        return known.keySet();
    }

    private Stream<KiwiPreferences> preferences() {
        return document.preferences().stream().filter(one -> counts(one.profiles()) && matches(one.architectures()));
    }

    /** The types that count, in order. */
    List<KiwiBuildType> types() {
        return preferences().flatMap(one -> one.types().stream()).toList();
    }

    /** The type that is built: the primary one, else the first. */
    public Optional<KiwiBuildType> buildType() {
        List<KiwiBuildType> types = types();
        return types.stream().filter(KiwiBuildType::primary).findFirst().or(() -> types.stream()
                .findFirst());
    }

    /** The image type, such as {@code oci}; empty where there is none. */
    public String type() {
        return buildType().map(KiwiBuildType::image).orElse("");
    }

    /** The image's version; empty where no preferences that count have one. */
    public String version() {
        return preferences().flatMap(one -> one.version().stream()).findFirst().orElse("");
    }

    /** Tells whether a script of the description installs the boot loader, so that no package need bring it. */
    boolean installsOwnLoader() {
        return buildType().filter(KiwiBuildType::ownLoader).isPresent();
    }

    /** Tells whether it starts by UEFI, from a partition with a FAT file system. */
    public boolean isUefi() {
        return buildType().filter(KiwiBuildType::uefi).isPresent();
    }

    /** What installs packages, where the description says so. */
    Optional<KiwiPackageManager> writtenManager() {
        return preferences().flatMap(one -> one.packageManager().stream()).findFirst();
    }

    /** What installs packages, as KIWI calls it. */
    public String packageManagerName() {
        return writtenManager().map(KiwiPackageManager::name).orElse(USUAL_MANAGER);
    }

    /** The name of the package that installs packages. */
    public String packageManager() {
        return KiwiPackageManager.packageOf(packageManagerName());
    }

    /** The repositories that count in a build. */
    public List<KiwiRepository> repositories() {
        return document.repositories().stream()
                .filter(one -> counts(one.profiles()) && matches(one.architectures()) && !one.onlyInImage())
                .toList();
    }

    /**
     * The lines of a kind that count in a phase. Sections of the image's own type count in both phases, but the packages in
     * them are the image's alone.
     */
    public List<KiwiItem> items(Phase phase, Kind kind) {
        return switch (phase) {
            case BOOTSTRAP ->
                items(
                        switch (kind) {
                            case PACKAGE, MODULE, NO_MODULE -> sections(List.of("bootstrap"));
                            case IGNORE, COLLECTION, PRODUCT -> sections(List.of("bootstrap", type()));
                        },
                        kind);
            case IMAGE -> items(sections(List.of("image", type())), kind);
        };
    }

    /** The names of the packages that a phase asks for, in order, with what KIWI adds by itself. */
    public SortedSet<String> packages(Phase phase) {
        SortedSet<String> names = new TreeSet<>();
        items(phase, Kind.PACKAGE).forEach(item -> names.add(item.name()));
        // The package manager of the host fills the root only so far that one inside can go on.
        if (phase == Phase.BOOTSTRAP
                && !names.isEmpty()
                && !items(Phase.IMAGE, Kind.PACKAGE).isEmpty()) {
            names.add(packageManager());
        }
        return names;
    }

    /**
     * What is wrong with what counts; errors are what the build would fail of.
     *
     * @param place where the profiles were chosen
     */
    public List<Problem> problems(Place place) {
        return DescriptionCheck.of(this, place);
    }

    /** The modules that a phase switches on or off. */
    public List<KiwiItem> modules(Phase phase) {
        List<KiwiItem> modules = new ArrayList<>(items(phase, Kind.MODULE));
        modules.addAll(items(phase, Kind.NO_MODULE));
        return modules;
    }

    /** The names that are taken out at the end: with what only they needed, or alone. */
    public List<KiwiItem> removed(boolean withDependencies) {
        return items(sections(List.of(withDependencies ? "uninstall" : "delete")), Kind.PACKAGE);
    }

    /** Tells whether recommended packages come too: as the first section of the phase that speaks of it says. */
    public boolean isWeak(Phase phase) {
        String section =
                switch (phase) {
                    case BOOTSTRAP -> "bootstrap";
                    case IMAGE -> "image";
                };
        return sections(List.of(section, type())).stream()
                .flatMap(one -> one.patternType().stream())
                .findFirst()
                .filter(type -> type.equals("plusRecommended"))
                .isPresent();
    }

    private List<KiwiSection> sections(List<String> types) {
        return document.sections().stream()
                .filter(one -> types.contains(one.type()) && counts(one.profiles()))
                .toList();
    }

    private List<KiwiItem> items(List<KiwiSection> sections, Kind kind) {
        List<KiwiItem> items = new ArrayList<>();
        for (KiwiSection section : sections) {
            section.items().stream()
                    .filter(item -> item.kind() == kind && matches(item.architectures()))
                    .forEach(items::add);
        }
        return items;
    }
}
