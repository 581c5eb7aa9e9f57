package dev.milliner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who needs a component, by rendered specs. */
class DependentsTest {
    private static final Set<String> ZLIB = Set.of("zlib", "zlib-devel");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void linesThatRequireIt() {
        assertThat(Dependents.requires("BuildRequires:  gcc, zlib-devel >= 1.2", ZLIB))
                .isTrue();
        assertThat(Dependents.requires("Requires(post): zlib%{?_isa} = 1", ZLIB))
                .isTrue();
        assertThat(Dependents.requires("BuildRequires: zlib-ng-devel", ZLIB)).isFalse();
        assertThat(Dependents.requires("Provides: zlib", ZLIB)).isFalse();
        assertThat(Dependents.requires("# Requires: zlib", ZLIB)).isFalse();
    }

    @Test
    void componentsWhoseSpecsDo() throws IOException {
        Files.writeString(
                folder.resolve("azldev.toml"),
                "[project]\nrendered-specs-dir = \"specs\"\n[components.zlib]\n[components.gdb]\n[components.gcc]\n[components.qt]\n[components.ng]\n");
        spec("gdb", "Name: gdb\nBuildRequires: zlib-devel\n");
        spec("gcc", "Name: gcc\n%description\nNot zlib.\n");
        spec("zlib", "Name: zlib\nRequires: zlib\n%package devel\n%package -n minizip\n");
        spec("qt", "Name: qt\nRequires: minizip\n");
        spec("ng", "Name: ng\nRequires: zlib-libs\n");
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(folder));
        SpecSearch specs = new SpecSearch(folder, folder.resolve("cache"));
        assertThat(Dependents.of(specs, distro, "zlib", () -> true)).containsExactly("gdb", "qt");
    }

    private void spec(String name, String text) throws IOException {
        Path file = folder.resolve("specs")
                .resolve(name.substring(0, 1))
                .resolve(name)
                .resolve(name + ".spec");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
