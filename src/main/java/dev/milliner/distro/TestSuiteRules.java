package dev.milliner.distro;

import java.util.regex.Pattern;

/** What azldev demands of test suites. */
final class TestSuiteRules {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    private final Problems problems;

    TestSuiteRules(Problems problems) {
        this.problems = problems;
    }

    void check(String name, TableValue suite, dev.milliner.text.Place keyPlace) {
        FileNames.fault(name)
                .ifPresent(fault -> problems.error(
                        "test-suite", "The test suite's name " + fault + ". Use a plain name.", keyPlace));
        String type = suite.text("type");
        switch (type) {
            case "" ->
                problems.error(
                        "test-suite", "The test suite has no 'type'. Add pytest or lisa.", suite.placeOf("type"));
            case "pytest" -> pytest(suite);
            case "lisa" -> lisa(suite);
            default ->
                problems.error(
                        "test-suite",
                        "The test suite type '" + type + "' is unknown. Use " + Vocabulary.TEST_TYPE.choice() + ".",
                        suite.placeOf("type"));
        }
    }

    private void pytest(TableValue suite) {
        if (!(suite.at("pytest") instanceof TableValue pytest)) {
            problems.error(
                    "test-suite", "A test suite of type pytest needs a 'pytest' table. Add it.", suite.placeOf("type"));
            foreign(suite, "lisa", "pytest");
            return;
        }
        String install = pytest.text("install");
        if (Vocabulary.INSTALL.lacks(install)) {
            problems.error(
                    "test-suite",
                    "'" + install + "' is not a way to install. Use " + Vocabulary.INSTALL.choice() + ".",
                    pytest.placeOf("install"));
        } else if (!install.isEmpty()
                && !install.equals("none")
                && pytest.text("working-dir").isEmpty()) {
            problems.error(
                    "test-suite",
                    "Installing from " + install + " needs a 'working-dir'. Add it.",
                    pytest.placeOf("install"));
        }
        foreign(suite, "lisa", "pytest");
    }

    private void lisa(TableValue suite) {
        if (suite.at("lisa") instanceof TableValue lisa) {
            framework(lisa);
            if (lisa.items("test-cases").isEmpty()) {
                problems.error(
                        "test-suite",
                        "A 'lisa' table needs at least one of 'test-cases'. Add it.",
                        lisa.placeOf("test-cases"));
            }
        }
        foreign(suite, "pytest", "lisa");
    }

    private void framework(TableValue lisa) {
        for (String key : java.util.List.of("git-url", "ref")) {
            if (lisa.text("framework", key).isEmpty()) {
                problems.error(
                        "test-suite",
                        "The LISA framework needs '" + key + "'. Add it.",
                        lisa.placeOf("framework", key));
            }
        }
        String ref = lisa.text("framework", "ref");
        if (!ref.isEmpty() && !COMMIT.matcher(ref).matches()) {
            problems.error(
                    "test-suite",
                    "'" + ref + "' is not a full git commit. Use all 40 hexadecimal digits.",
                    lisa.placeOf("framework", "ref"));
        }
    }

    private void foreign(TableValue suite, String key, String type) {
        if (suite.at(key) instanceof TableValue) {
            problems.error(
                    "test-suite",
                    "A test suite of type " + type + " cannot have a '" + key + "' table. Remove it.",
                    suite.placeOf(key));
        }
    }
}
