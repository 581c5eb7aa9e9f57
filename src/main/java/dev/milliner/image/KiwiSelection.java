package dev.milliner.image;

import dev.milliner.image.KiwiItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a description counts for some profiles and an architecture, as KIWI chooses it (its xml_state.py). */
public final class KiwiSelection {
    private final KiwiDocument document;
    private final String architecture;
    private final Set<String> profiles;

    /**
     * Chooses.
     *
     * @param document the description
     * @param profile the profile asked for; where empty, those that are imported count
     * @param architecture the build host's, such as {@code x86_64}
     */
    public KiwiSelection(KiwiDocument document, Optional<String> profile, String architecture) {
        this.document = document;
        this.architecture = architecture;
        this.profiles = new LinkedHashSet<>();
        if (profile.isPresent()) {
            add(profile.get());
        } else {
            document.profiles().stream()
                    .filter(one -> one.imported() && matches(one.architectures()))
                    .forEach(one -> profiles.add(one.name()));
        }
    }

    private void add(String name) {
        if (profiles.add(name)) {
            document.profiles().stream()
                    .filter(one -> one.name().equals(name))
                    .flatMap(one -> one.requires().stream())
                    .filter(required -> matches(required.architectures()))
                    .forEach(required -> add(required.profile()));
        }
    }

    private boolean matches(List<String> architectures) {
        return architectures.isEmpty() || architectures.contains(architecture);
    }

    private boolean counts(List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(profiles::contains);
    }

    /** The profiles that count, those that others require included. */
    public Set<String> profiles() {
        return profiles;
    }

    /** The image type, such as {@code oci}; empty where there is none. */
    public String type() {
        return document.preferences().stream()
                .filter(one -> counts(one.profiles()))
                .flatMap(one -> one.types().stream())
                .findFirst()
                .orElse("");
    }

    /** Tells whether a script of the description installs the boot loader, so that no package need bring it. */
    boolean installsOwnLoader() {
        return document.preferences().stream().anyMatch(one -> counts(one.profiles()) && one.ownLoader());
    }

    /** Tells whether it starts by UEFI, from a partition with a FAT file system. */
    public boolean isUefi() {
        return document.preferences().stream().anyMatch(one -> counts(one.profiles()) && one.uefi());
    }

    /** The name of the package that installs packages. */
    public String packageManager() {
        String manager = document.preferences().stream()
                .filter(one -> counts(one.profiles()))
                .flatMap(one -> one.packageManager().stream())
                .findFirst()
                .orElse("dnf4");
        return switch (manager) {
            case "dnf4" -> "dnf";
            case "apk" -> "apk-tools";
            default -> manager;
        };
    }

    /** The repositories that count. */
    public List<KiwiRepository> repositories() {
        return document.repositories().stream()
                .filter(one -> counts(one.profiles()) && matches(one.architectures()))
                .toList();
    }

    /** The sections of a phase that count. */
    public List<KiwiSection> sections(Phase phase) {
        return switch (phase) {
            case BOOTSTRAP -> sections(List.of("bootstrap"));
            case IMAGE -> sections(List.of("image", type()));
        };
    }

    private List<KiwiSection> sections(List<String> types) {
        return document.sections().stream()
                .filter(one -> types.contains(one.type()) && counts(one.profiles()))
                .toList();
    }

    /** The lines of a kind that count in a phase. */
    public List<KiwiItem> items(Phase phase, Kind kind) {
        return items(sections(phase), kind);
    }

    /** The names that are taken out at the end: with what only they needed, or alone. */
    public List<KiwiItem> removed(boolean withDependencies) {
        return items(sections(List.of(withDependencies ? "uninstall" : "delete")), Kind.PACKAGE);
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

    /** Tells whether recommended packages come too: as the first section of the phase that speaks of it says. */
    public boolean isWeak(Phase phase) {
        return sections(phase).stream()
                .flatMap(section -> section.patternType().stream())
                .findFirst()
                .filter(type -> type.equals("plusRecommended"))
                .isPresent();
    }
}
