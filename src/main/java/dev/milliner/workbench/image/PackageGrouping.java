package dev.milliner.workbench.image;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.image.TreemapView.Item;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the packages of an image are put together by, in the table and in the map. */
enum PackageGrouping {
    /** Each by itself; the map has what was asked for, as each of its packages is a tile there anyway. */
    NONE(Wording.of("image.package-grouping.no-groups")),
    /** Beneath what was asked for, as the way from there to each package is told. */
    ASKED(Wording.of("image.package-grouping.by-request")),
    /** By the component that makes them, else by the source package. */
    COMPONENT(Wording.of("image.package-grouping.by-component")),
    /** By where they come from. */
    REPOSITORY(Wording.of("image.package-grouping.by-repository"));

    private final String label;

    PackageGrouping(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    private String group(PlannedPackage one) {
        return switch (this) {
            case NONE -> "";
            case ASKED -> one.chain().getFirst();
            case COMPONENT -> one.component().orElse(one.source());
            case REPOSITORY -> one.repository();
        };
    }

    /** The rows of packages, in no order. */
    List<PackageRow> rows(List<PlannedPackage> packages) {
        if (this == NONE) {
            return packages.stream().<PackageRow>map(PackageRow.One::new).toList();
        }
        return grouped(packages).entrySet().stream()
                .<PackageRow>map(entry -> new PackageRow.Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The tiles of a plan.
     *
     * @param byAsked those by what was asked for, by what would leave with it
     */
    List<Item> tiles(ImagePlan plan, List<Item> byAsked) {
        return switch (this) {
            case NONE, ASKED -> byAsked;
            case COMPONENT, REPOSITORY ->
                grouped(plan.packages()).entrySet().stream()
                        .map(entry -> tile(entry.getKey(), entry.getValue()))
                        .toList();
        };
    }

    private static Item tile(String name, List<PlannedPackage> packages) {
        List<Item> parts =
                packages.stream().map(one -> Item.of(one.name(), one.size())).toList();
        return parts.size() == 1 ? parts.getFirst() : Item.group(name, parts);
    }

    private Map<String, List<PlannedPackage>> grouped(List<PlannedPackage> packages) {
        Map<String, List<PlannedPackage>> groups = new LinkedHashMap<>();
        packages.forEach(one ->
                groups.computeIfAbsent(group(one), name -> new ArrayList<>()).add(one));
        return groups;
    }
}
