package dev.milliner.distro;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tree of definitions of any kind is loaded, and its faults are its problems. */
class DefinitionsFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        Path bowler = Path.of("sample-distros/bowler");
        return List.of(
                text("""
                [project]
                description = "d"
                default-distro = { name = 'd', version = '1' }
                [distros.d]
                dist-git-base-uri = "https://x/$pkg"
                [distros.d.versions.1]
                [groups.g]
                [component-groups.g]
                components = ['a*']
                [components.a]
                spec = { type = 'upstream', upstream-distro = { name = 'd', snapshot = '2020-01-01T00:00:00Z' } }
                build = { with = ['x'], defines = { a = 'b' } }
                [[components.a.overlays]]
                type = "spec-search-replace"
                regex = '(a|b)*'
                replacement = "c"
                [[components.a.overlays]]
                type = "file-add"
                file = "../outside/canary"
                [images.i]
                definition = { type = 'kiwi', path = 'i.kiwi' }
                """),
                Files.readAllBytes(bowler.resolve("images/images.toml")),
                Files.readAllBytes(bowler.resolve("azldev.toml")));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "[",
                "]",
                "{",
                "}",
                "=",
                "includes = ['**']\n",
                "includes = ['azldev.toml']\n",
                "components",
                "overlays",
                "[[components.a.overlays]]\n",
                "type = 'spec-set-tag'\n",
                "extends = 'a'\n",
                "inherits",
                "'",
                "\"",
                "**/",
                "{a,",
                "[a-",
                "(",
                "$");
    }

    @Override
    protected void read(byte[] input) {
        Distro distro = new DistroLoader(Map.of())
                .load(new BufferTree(new DiskTree(folder()), Map.of("azldev.toml", TomlText.decode(input))));
        use(distro.problems());
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 150;
    }
}
