package dev.milliner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every case of toml-test, for TOML 1.0 and 1.1. */
class TomlTestSuiteTest {
    private static final Map<String, byte[]> CASES = readCases();

    @TestFactory
    List<DynamicTest> version1Dot0() {
        return tests("files-toml-1.0.0", TomlVersion.V1_0);
    }

    @TestFactory
    List<DynamicTest> version1Dot1() {
        return tests("files-toml-1.1.0", TomlVersion.V1_1);
    }

    private static List<DynamicTest> tests(String list, TomlVersion version) {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name :
                new String(content(list), StandardCharsets.UTF_8).lines().toList()) {
            if (name.endsWith(".toml")) {
                tests.add(DynamicTest.dynamicTest(name, () -> check(name, version)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(600);
        return tests;
    }

    private static void check(String name, TomlVersion version) {
        TomlDocument document = TomlDocument.parse(TomlText.decode(content(name)), version);
        if (name.startsWith("invalid/")) {
            assertThat(document.problems()).isNotEmpty();
            return;
        }
        assertThat(document.problems()).isEmpty();
        JsonNode expected = JsonMapper.shared().readTree(content(name.replace(".toml", ".json")));
        TaggedJson.compare(document.root(), expected, name);
    }

    private static byte[] content(String name) {
        return Objects.requireNonNull(CASES.get(name), name);
    }

    private static Map<String, byte[]> readCases() {
        Map<String, byte[]> cases = new HashMap<>();
        try (InputStream resource = TomlTestSuiteTest.class.getResourceAsStream("/toml-test/toml-test-2.2.0.zip");
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                cases.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return cases;
    }
}
