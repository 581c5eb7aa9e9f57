package dev.milliner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
            "solve",
            "image",
            "build",
            "review");

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
                        .allowEmptyShould(true)
                        .check(CLASSES)))
                .toList();
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
        return java.util.stream.Stream.concat(
                        ROOMS.stream().skip(ROOMS.indexOf(room) + 1L),
                        java.util.stream.Stream.of("command", "workbench"))
                .map(name -> "dev.milliner." + name + "..")
                .toArray(String[]::new);
    }
}
