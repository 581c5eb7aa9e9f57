package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.PackageGroup;
import dev.milliner.distro.ResolvedValue;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Values that a distro uses, for those who want to use them again. */
final class DistroValues {
    private DistroValues() {}

    /** The channels that groups, images and defaults publish to. */
    static Collection<String> channels(Distro distro) {
        Set<String> channels = new TreeSet<>(Set.of("none"));
        distro.packageGroups().values().stream().map(PackageGroup::rpmChannel).forEach(channels::add);
        distro.images().values().stream().map(Image::publishChannels).forEach(channels::addAll);
        distro.listedPackages().stream()
                .limit(1)
                .flatMap(name -> distro.definition(Kind.PACKAGE, name).stream())
                .forEach(any -> channels.add(any instanceof ListedPackage listed ? listed.channel() : ""));
        values(distro, "-channel").forEach(channels::add);
        channels.remove("");
        return channels;
    }

    /** The moments that upstreams are read at. */
    static Collection<String> snapshots(Distro distro) {
        Set<String> snapshots = new TreeSet<>();
        values(distro, ".snapshot").forEach(snapshots::add);
        return snapshots.stream().toList().reversed();
    }

    private static Stream<String> values(Distro distro, String ending) {
        Stream<Definition> holders =
                Stream.concat(distro.distros().values().stream(), distro.componentGroups().values().stream());
        return holders.map(Definition::values)
                .flatMap(Collection::stream)
                .filter(value -> value.path().endsWith(ending))
                .map(ResolvedValue::value)
                .map(value -> value.asString(""));
    }
}
