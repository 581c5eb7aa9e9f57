package dev.milliner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A room uses only the rooms before it, and only the workbench knows JavaFX. */
class RoomsTest {
    private static final List<String> ROOMS = List.of(
            "ground",
            "text",
            "toml",
            "source",
            "distro",
            "spec",
            "overlay",
            "upstream",
            "rpm",
            "level",
            "solve",
            "image",
            "build",
            "review",
            "commit",
            "language",
            "refactor",
            "search",
            "answer");

    /** What people and programs meet; they use all rooms, and not one another. */
    private static final List<String> FRONTS = List.of("command", "serve", "workbench");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.milliner");

    @TestFactory
    List<DynamicTest> roomsUseOnlyRoomsBeforeThem() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> noClasses()
                        .that()
                        .resideInAPackage("dev.milliner." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later(room))
                        .check(CLASSES)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> frontsDoNotUseOneAnother() {
        return FRONTS.stream()
                .map(front -> DynamicTest.dynamicTest(front, () -> noClasses()
                        .that()
                        .resideInAPackage("dev.milliner." + front + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(FRONTS.stream()
                                .filter(other -> !other.equals(front))
                                .map(other -> "dev.milliner." + other + "..")
                                .toArray(String[]::new))
                        .check(CLASSES)))
                .toList();
    }

    /** Circles at any depth; a room itself and what lies below it are one another's neighbours too. */
    @TestFactory
    List<DynamicTest> noSubRoomsStandInACircle() {
        return Stream.concat(ROOMS.stream(), FRONTS.stream())
                .map(room ->
                        DynamicTest.dynamicTest(room, () -> slices().assignedFrom(new SubRooms("dev.milliner." + room))
                                .should()
                                .beFreeOfCycles()
                                .allowEmptyShould(true)
                                .check(CLASSES)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyRoomHasAClass() {
        return Stream.concat(ROOMS.stream(), FRONTS.stream())
                .map(room -> DynamicTest.dynamicTest(room, () -> assertThat(CLASSES)
                        .anyMatch(one -> SubRooms.isWithin(one, "dev.milliner." + room))))
                .toList();
    }

    /** The sub-rooms of a room; each package is one. */
    private record SubRooms(String room) implements SliceAssignment {
        static boolean isWithin(JavaClass one, String room) {
            return one.getPackageName().equals(room) || one.getPackageName().startsWith(room + ".");
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return isWithin(one, room) ? SliceIdentifier.of(one.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "sub-rooms of " + room;
        }
    }

    @Test
    void onlyTheWorkbenchKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.milliner.workbench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxmisc..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .check(CLASSES);
    }

    private static String[] later(String room) {
        return Stream.concat(ROOMS.stream().skip(ROOMS.indexOf(room) + 1L), FRONTS.stream())
                .map(name -> "dev.milliner." + name + "..")
                .toArray(String[]::new);
    }

    /** Files a reader can hold in the head. */
    @Test
    void filesAreSmall() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                assertThat(lines).as(file.toString()).isLessThanOrEqualTo(400);
                lengths.add(lines);
            }
        }
        lengths.sort(null);
        assertThat(lengths.get(lengths.size() / 2)).as("median length").isLessThan(65);
    }
}
