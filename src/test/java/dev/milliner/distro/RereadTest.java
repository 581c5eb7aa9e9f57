package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of which a part is read again is the one that is read as a whole. */
class RereadTest {
    private static final long SEED = Long.getLong("milliner.seed", 1);
    private static final int STEPS = Integer.getInteger("milliner.steps", 2_000);

    /** What headers, keys and values are made of, and what makes lines lead on into others. */
    private static final List<String> PIECES = List.of(
            "x",
            ".",
            "[",
            "]",
            "[[",
            "]]",
            "\"",
            "\"\"\"",
            "'''",
            "# ",
            " ",
            "{",
            "}",
            "=",
            ",",
            "components",
            "[components.",
            "[components.b]",
            "[components.c.build]",
            "[[components.c.overlays]]",
            "[Components.d]",
            "[components]",
            "[components.'e']",
            "[images.i]",
            "overlays = [",
            "build.with = [\"a\"]",
            "packages.a.publish.channel = \"b\"",
            "spec = { type = \"local\", path = \"a.spec\" }",
            "unknown = true",
            "build = 1",
            "\r");

    private static final String TEXT = """
            includes = ["*.toml"]

            [components.a]
            spec = { type = "local", path = "a.spec" }

            [components.b]
            build.without = ["docs"]
            [components.b.release]
            calculation = "manual"
            # said of c
            [components.c]
            [[components.c.overlays]]
            description = \"""
            [components.z]
            \"""
            type = "spec-set-tag"
            tag = "Release"
            value = "2"

            [[components.c.overlays]]
            type = "file-remove"
            file = "a"
            [components.d.build]
            with = [
              "x",
              "y",
            ]
            [components.e]
            # said of f
            [components.f]
            [components.g]
            [components.b.build.hints]
            expensive = true
            [components.h]
            [components.i]
            build.with = ["a"]
            [components.j]
            release.calculation = "auto"
            [components.k]
            [components.l.build]
            without = ["b"]
            [components.m]
            """;

    @TempDir
    Path folder;

    private int taken;

    @Test
    void atRandom() {
        for (int step = 0; step < STEPS; step++) {
            Random random = new Random(SEED * 1_000_003 + step);
            String text = TEXT;
            ParsedFile file = read(text);
            for (int edit = 0; edit < 5; edit++) {
                text = edited(text, random);
                file = next(file, text, "step " + step + ", edit " + edit);
            }
        }
        assertThat(taken).as("of which a part was read").isGreaterThan(STEPS / 8);
    }

    @Test
    void azurelinux() throws IOException {
        Path root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.toRealPath());
        String text = Files.readString(root.resolve("base/comps/components.toml"));
        ParsedFile file = read(text);
        Random random = new Random(SEED);
        for (int edit = 0; edit < STEPS / 20; edit++) {
            text = edited(text, random);
            file = next(file, text, "edit " + edit);
            if (edit % 3 == 2) {
                text = Files.readString(root.resolve("base/comps/components.toml"));
                file = read(text);
            }
        }
        assertThat(taken).as("of which a part was read").isGreaterThan(STEPS / 200);
    }

    @Test
    void aHeaderThatIsTypedCostsItsOwnLines() {
        String text = TEXT.replace("# said of f", "");
        ParsedFile file = read(text);
        int at = text.indexOf("\n[components.f]");
        String header = "[components.new-one]";
        for (int length = 1; length <= header.length(); length++) {
            String now = text.substring(0, at) + header.substring(0, length) + text.substring(at);
            file = next(file, now, header.substring(0, length));
        }
        assertThat(taken).isEqualTo(header.length());
    }

    private ParsedFile next(ParsedFile before, String text, String what) {
        ParsedFile whole = read(text);
        Optional<ParsedFile> part = Reread.of(before, text);
        if (part.isEmpty()) {
            return whole;
        }
        taken++;
        ParsedFile file = part.get();
        assertThat(sorted(file)).as(what + ": " + text).isEqualTo(sorted(whole));
        assertThat(file.table()).as(what + ": " + text).isEqualTo(whole.table());
        assertThat(List.copyOf(file.table().table("components").fields().keySet()))
                .as(what)
                .isEqualTo(
                        List.copyOf(whole.table().table("components").fields().keySet()));
        assertThat(file.text()).isEqualTo(text);
        return file;
    }

    private static List<Problem> sorted(ParsedFile file) {
        return Problems.sorted(List.of(), List.of(file), List.of());
    }

    private static ParsedFile read(String text) {
        return ParsedFile.configuration("comps.toml", "/tree/comps.toml", text);
    }

    /** Mostly within a line; at times lines are taken out or put in. */
    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(4)));
            case 1 -> {
                int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
                int end = text.indexOf('\n', line);
                yield text.substring(0, line) + piece + text.substring(end < 0 ? text.length() : end);
            }
            case 2 -> {
                int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
                yield text.substring(0, line) + piece + (random.nextInt(3) == 0 ? "\n" : "") + text.substring(line);
            }
            case 3, 4 -> {
                int end = text.indexOf('\n', at);
                yield end <= 0 ? text : text.substring(0, end - 1) + text.substring(end);
            }
            default -> text.substring(0, at) + piece + text.substring(at);
        };
    }
}
