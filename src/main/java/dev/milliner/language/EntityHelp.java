package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.RpmRepository;
import dev.milliner.language.HoverPart.Fact;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to say of named things that are no definitions of their own. */
final class EntityHelp {
    private EntityHelp() {}

    /** The parts; none where nothing is known of it. */
    static List<HoverPart> parts(Distro distro, Entity entity) {
        List<Fact> facts =
                switch (entity.kind()) {
                    case VERSION -> version(distro, entity);
                    case REPOSITORY_SET -> set(distro, entity.name());
                    case TEMPLATE -> defined(distro.setTemplates().get(entity.name()));
                    case FILE ->
                        distro.tree().exists(entity.name())
                                ? List.of()
                                : List.of(new Fact("File", "there is none at " + entity.name()));
                    default -> List.of();
                };
        return facts.isEmpty() ? List.of() : List.of(new HoverPart.Facts(facts));
    }

    private static List<Fact> version(Distro distro, Entity entity) {
        DistroDefinition owner = distro.distros().get(entity.owner());
        if (owner == null || !owner.versions().contains(entity.name())) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Distro", owner.name()));
        owner.releaseVersion(entity.name()).ifPresent(release -> facts.add(new Fact("$releasever", release)));
        owner.distGitBranch(entity.name()).ifPresent(branch -> facts.add(new Fact("dist-git branch", branch)));
        if (owner.defaultVersion().equals(Optional.of(entity.name()))) {
            facts.add(new Fact("Default", "yes"));
        }
        return facts;
    }

    private static List<Fact> set(Distro distro, String name) {
        List<Fact> facts = new ArrayList<>(defined(distro.repositorySets().get(name)));
        List<String> brought = distro.repositories().values().stream()
                .filter(repository -> repository.set().equals(Optional.of(name)))
                .map(RpmRepository::name)
                .toList();
        if (!brought.isEmpty()) {
            facts.add(new Fact("Repositories", String.join(", ", brought)));
        }
        return facts;
    }

    private static List<Fact> defined(@Nullable Place place) {
        if (place == null) {
            return List.of();
        }
        String where = place.file().isEmpty()
                ? "azldev itself"
                : place.file() + ":" + place.range().line();
        return List.of(new Fact("Defined in", where));
    }
}
