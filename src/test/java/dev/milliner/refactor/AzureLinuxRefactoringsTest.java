package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Each refactoring on the components of Azure Linux that it applies to: on some of them, or with
 * {@code -Dmilliner.refactorings=all} on each. It prints on how many, and how long one took.
 */
@SuppressWarnings("NullAway") // what is not there fails the test
class AzureLinuxRefactoringsTest {
    private static final boolean ALL =
            System.getProperty("milliner.refactorings", "").equals("all");
    private static final long SEED = 20260429;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static Proposals tree;
    private static Habit habit;

    @BeforeAll
    static void unpack() throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        tree = new Proposals(new DiskTree(folder), new DistroLoader(Map.of()));
        habit = new Habit(tree.distro());
    }

    private static List<String> components(Predicate<Component> which) {
        return tree.distro().components().values().stream()
                .filter(which)
                .map(Component::name)
                .toList();
    }

    private static boolean hasOwnFile(Component component) {
        return habit.in(component.place().file()).size() == 1;
    }

    private static void each(String what, List<String> names, int some, Consumer<String> check) {
        List<String> chosen = new ArrayList<>(names);
        Collections.shuffle(chosen, new Random(SEED));
        chosen = ALL ? chosen : chosen.subList(0, Math.min(some, chosen.size()));
        long start = System.nanoTime();
        List<String> failures = new ArrayList<>();
        for (String name : chosen) {
            try {
                check.accept(name);
            } catch (AssertionError wrong) {
                failures.add(name + ": " + wrong.getMessage());
            }
        }
        System.out.printf(
                "%s: %,d of %,d, %.1f ms each%n",
                what, chosen.size(), names.size(), (System.nanoTime() - start) / 1e6 / Math.max(1, chosen.size()));
        assertThat(chosen).as(what).isNotEmpty();
        assertThat(failures).as(what).isEmpty();
    }

    /** What azldev would print of the whole distro. */
    private static Map<String, JsonNode> printed(Distro distro) {
        Map<String, JsonNode> printed = new TreeMap<>();
        distro.components().forEach((name, component) -> printed.put("component " + name, component.json()));
        distro.packages().forEach((name, listed) -> printed.put("package " + name, listed.json()));
        distro.images().forEach((name, image) -> printed.put("image " + name, image.json()));
        return printed;
    }

    @Test
    void aComponentIsTakenOutOfTheListAndBack() {
        List<String> others = new ArrayList<>();
        Map<String, JsonNode> before = printed(tree.distro());
        List<String> listed = components(component -> !hasOwnFile(component));
        int[] count = {0};
        each("customise and rejoin", listed, 25, name -> {
            Proposal out = tree.moving(new Customise(name, Optional.empty()));
            assertThat(out.edit().created()).singleElement().satisfies(file -> assertThat(file.path())
                    .isEqualTo("base/comps/" + name + "/" + name + ".comp.toml"));
            Proposals then = tree.after(out);
            if (count[0]++ % 500 == 0) {
                assertThat(printed(then.distro())).isEqualTo(before);
            }
            Proposal back = then.moving(new Rejoin(name, Optional.empty()));
            String list = tree.distro().components().get(name).place().file();
            if (!back.edit()
                    .over(then.distro().tree())
                    .read(list)
                    .equals(tree.distro().tree().read(list))) {
                others.add(name);
            }
        });
        System.out.println("not at the same line again, as the list is not sorted there: " + others.size());
        assertThat(others).hasSizeLessThan(listed.size() / 50);
    }

    @Test
    void aComponentsOwnFileIsMerged() {
        List<String> own = components(AzureLinuxRefactoringsTest::hasOwnFile);
        each("rejoin", own, 10, name -> tree.moving(new Rejoin(name, Optional.empty())));
        each("merge", own, 10, name -> {
            String file = tree.distro().components().get(name).place().file();
            tree.moving(new MergeFiles(file, "base/comps/components.toml"));
        });
    }

    @Test
    void someOfAListIsSplitOff() {
        each("split", components(component -> !hasOwnFile(component)), 10, name -> {
            Proposal proposal = tree.moving(new SplitFile(
                    "base/comps/components.toml",
                    List.of(name, "acl").stream().distinct().toList(),
                    "base/parts/some.toml"));
            assertThat(proposal.edit().files()).singleElement().satisfies(file -> assertThat(file.after())
                    .contains("\"../parts/some.toml\""));
        });
    }

    @Test
    void overlaysGoToFilesAndBack() {
        List<String> overlaid = components(component -> !component.overlays().isEmpty() && hasOwnFile(component));
        each("overlays to files and back", overlaid, 20, name -> {
            Proposal out = tree.proposed(new OverlaysToFiles(name));
            assertThat(out.differences()).containsExactly(Difference.changed("components", name));
            assertThat(Proposals.comments(Proposals.after(out.edit())))
                    .isEqualTo(Proposals.comments(Proposals.before(out.edit())));
            Proposals then = tree.after(out);
            assertThat(then.distro().components().get(name).overlays())
                    .hasSameSizeAs(tree.distro().components().get(name).overlays());
            Proposal back = then.moving(new OverlaysInline(name));
            Component again = then.after(back).distro().components().get(name);
            assertThat(again.overlays())
                    .allSatisfy(overlay -> assertThat(overlay.layer()).isEqualTo("component"));
        });
    }

    @Test
    void aComponentIsRenamed() {
        each("rename", components(component -> true), 25, name -> {
            Proposal proposal = tree.proposed(new RenameComponent(name, name + "-renamed"));
            assertThat(proposal.differences())
                    .contains(
                            Difference.removed("components", name), Difference.added("components", name + "-renamed"));
        });
    }

    @Test
    void aComponentIsRemoved() {
        each("remove", components(component -> true), 25, name -> {
            Proposal proposal = tree.proposed(new RemoveComponent(name));
            assertThat(proposal.differences()).contains(Difference.removed("components", name));
            assertThat(proposal.edit().created()).isEmpty();
            Distro after = tree.after(proposal).distro();
            assertThat(after.componentGroups().values())
                    .noneMatch(group -> group.components().contains(name));
            proposal.edit().files().forEach(file -> assertThat(file.edits())
                    .as("lines go, none comes or changes")
                    .allSatisfy(edit -> assertThat(edit.text()).isBlank()));
        });
    }

    @Test
    void aComponentIsAddedBesideEach() {
        each("add", components(component -> !hasOwnFile(component)), 10, name -> {
            Proposal proposal = tree.proposed(new AddComponent(name + "-more", Optional.empty()));
            assertThat(proposal.differences()).containsExactly(Difference.added("components", name + "-more"));
        });
    }

    @Test
    void componentsAndPackagesJoinAndLeaveGroups() {
        String group = "check-skip-initial-failures";
        List<String> members = tree.distro().componentGroups().get(group).components();
        each("add to a group", components(component -> !members.contains(component.name())), 20, name -> {
            Proposal proposal = tree.proposed(new AddToGroup(group, List.of(name)));
            assertThat(proposal.differences())
                    .containsExactlyInAnyOrder(
                            Difference.changed("component-groups", group), Difference.changed("components", name));
            Proposals then = tree.after(proposal);
            Proposal back = then.proposed(new RemoveFromGroup(group, List.of(name)));
            String file = tree.distro().componentGroups().get(group).place().file();
            assertThat(back.edit().over(then.distro().tree()).read(file))
                    .isEqualTo(tree.distro().tree().read(file));
        });
        each("remove from a group", members, 20, name -> {
            Proposal proposal = tree.proposed(new RemoveFromGroup(group, List.of(name)));
            assertThat(proposal.differences()).hasSize(2);
        });
        List<String> packages =
                tree.distro().packageGroups().get("base-packages").packages();
        List<String> some = packages.subList(0, Math.min(packages.size(), 400));
        each("remove from a package group", some, 5, name -> {
            Proposal proposal = tree.proposed(new RemoveFromGroup("base-packages", List.of(name)));
            assertThat(proposal.differences()).containsExactly(Difference.changed("package-groups", "base-packages"));
        });
    }

    /** Components that set a key alike are gathered in a new group, which then says it for all of them. */
    @Test
    void whatComponentsSayAlikeIsMovedIntoAGroup() {
        Map<String, List<Component>> alike = new TreeMap<>();
        for (Component component : tree.distro().components().values()) {
            component.values().stream()
                    .filter(value -> value.layers().stream()
                            .anyMatch(layer -> layer.name().equals("component")))
                    .filter(value -> !value.path().contains("["))
                    .filter(value -> value.path().matches("[a-z.-]+"))
                    .forEach(
                            value -> alike.computeIfAbsent(value.path() + " " + value.value(), key -> new ArrayList<>())
                                    .add(component));
        }
        alike.values().removeIf(components -> components.size() < 2);
        Map<String, String> refused = new TreeMap<>();
        each("extract", List.copyOf(alike.keySet()), 12, key -> {
            List<String> names = alike.get(key).stream().map(Component::name).toList();
            ExtractToGroup extract = new ExtractToGroup("alike", key.substring(0, key.indexOf(' ')), names);
            RefactoringAnswer answer = new Refactor(tree.distro(), new DistroLoader(Map.of())).answer(extract);
            if (answer instanceof RefactoringAnswer.Refusal refusal) {
                refused.put(key, refusal.reason());
                return;
            }
            Proposal proposal = tree.proposed(extract);
            Distro after = tree.after(proposal).distro();
            names.forEach(name -> assertThat(after.components().get(name).json())
                    .isEqualTo(tree.distro().components().get(name).json()));
        });
        refused.forEach((key, reason) -> System.out.println("refused: " + key + ": " + reason));
        assertThat(refused.values().stream()
                        .filter(reason -> !reason.contains("counts only for a spec"))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void theListIsSortedAsItsCommentAsks() {
        Proposal proposal = tree.moving(new SortLists("base/comps/components.toml"));
        Proposals then = tree.after(proposal);
        String sorted = then.distro().tree().read("base/comps/components.toml").orElseThrow();
        List<String> names =
                DefinitionList.of(new TomlFile(sorted), "components").names();
        assertThat(names).isSortedAccordingTo(NameOrder.nearest(names).comparator());
        assertThat(then.refused(new SortLists("base/comps/components.toml"))).contains("is sorted");
        assertThat(tree.refused(new SortLists("base/comps/bash/bash.comp.toml")))
                .contains("No comment");
    }
}
