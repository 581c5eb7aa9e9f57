package dev.milliner.distro;

import dev.milliner.distro.Shape.Field;
import dev.milliner.distro.Shape.ListOf;
import dev.milliner.distro.Shape.MapOf;
import dev.milliner.distro.Shape.OptionalTable;
import dev.milliner.distro.Shape.Table;
import java.util.List;
import java.util.Optional;

/**
 * The tables of azldev's configuration format, after the structures of its {@code internal/projectconfig} as of commit
 * 6eca9a4. Tables that several others hold come first.
 */
public final class Format {
    /** What an image can be, in the order azldev names it. */
    static final List<String> CAPABILITIES =
            List.of("machine-bootable", "container", "systemd", "runtime-package-management");

    static final String NAME = "-name";
    static final String RENDERED_SPEC_DIR = "-rendered-spec-dir";

    private static final Table REFERENCE = Table.of("reference", text("url").always());

    static final Table METADATA = Table.of(
            "metadata",
            word("category", Vocabulary.CATEGORY).always(),
            Field.of("commits", new ListOf(REFERENCE)),
            Field.of("bugs", new ListOf(REFERENCE)),
            word("upstream-status", Vocabulary.UPSTREAM_STATUS).always());

    /** An overlay, wherever it is written. */
    public static final Table OVERLAY = Table.of(
            "overlay",
            word("type", Vocabulary.OVERLAY_TYPE).always(),
            text("description"),
            text("file"),
            text("archive"),
            text("section"),
            text("package"),
            text("tag"),
            text("value"),
            text("regex"),
            text("replacement"),
            texts("lines"),
            text("source").asPath(),
            Field.of("metadata", new OptionalTable(METADATA)));

    /** What an overlay file holds. */
    public static final Table OVERLAY_FILE =
            Table.of("overlay file", Field.of("metadata", METADATA), Field.of("overlays", new ListOf(OVERLAY)));

    private static final Table DISTRO_REFERENCE =
            Table.of("distro reference", text("name"), text("version"), text("snapshot"));

    static final Table SPEC = Table.of(
            "spec",
            word("type", Vocabulary.SPEC_TYPE),
            text("path").asPath(),
            Field.of("upstream-distro", DISTRO_REFERENCE),
            text("upstream-name"),
            text("upstream-commit"));

    private static final Table BUILD = Table.of(
            "build",
            texts("with"),
            texts("without"),
            Field.of("defines", new MapOf(new Shape.Text())),
            texts("undefines"),
            flag("emit-upstream-provenance"),
            Field.of("check", Table.of("check", flag("skip"), text("skip_reason"))),
            Field.of("failure", Table.of("failure", flag("expected"), text("expected-reason"))),
            Field.of("hints", Table.of("hints", flag("expensive"))));

    private static final Table ORIGIN = Table.of(
            "origin",
            word("type", Vocabulary.ORIGIN_TYPE).always(),
            text("uri"),
            text("script"),
            texts("mock-packages"),
            texts("inputs"));

    private static final Table SOURCE_FILE = Table.of(
            "source file",
            text("filename").always(),
            text("hash"),
            word("hash-type", Vocabulary.HASH_TYPE),
            Field.of("origin", ORIGIN),
            flag("replace-upstream"),
            text("replace-reason"));

    private static final Table PACKAGE_PUBLISH = Table.of(
            "package publish",
            text("rpm-channel"),
            text("debuginfo-channel"),
            text("channel").as(""));

    static final Table PACKAGE_CONFIG = Table.of("package configuration", Field.of("publish", PACKAGE_PUBLISH));

    /** A component, and what is assumed of components. */
    public static final Table COMPONENT = Table.of(
            "component",
            text(NAME).as("name").always(),
            text(RENDERED_SPEC_DIR).as("renderedSpecDir"),
            Field.of("spec", SPEC),
            Field.of("release", Table.of("release", word("calculation", Vocabulary.RELEASE_CALCULATION))),
            Field.of("overlays", new ListOf(OVERLAY)),
            texts("overlay-files"),
            Field.of("build", BUILD),
            Field.of("render", Table.of("render", flag("skip-file-filter"))),
            Field.of("source-files", new ListOf(SOURCE_FILE)),
            Field.of("packages", new MapOf(PACKAGE_CONFIG)),
            Field.of(
                    "publish",
                    Table.of("publish", text("rpm-channel"), text("srpm-channel"), text("debuginfo-channel"))));

    static final Table COMPONENT_GROUP = Table.of(
            "component group",
            text("description"),
            Field.of("metadata", new OptionalTable(METADATA)),
            texts("components"),
            texts("specs").asPath(),
            texts("excluded-paths").asPath(),
            Field.of("default-component-config", COMPONENT));

    static final Table PACKAGE_GROUP = Table.of(
            "package group",
            text("description"),
            texts("packages"),
            Field.of("default-package-config", PACKAGE_CONFIG));

    static final Table IMAGE = Table.of(
            "image",
            text(NAME).as("name").always(),
            text("description"),
            Field.of(
                    "definition",
                    Table.of("definition", text("type"), text("path").asPath(), text("profile"))),
            Field.of(
                    "capabilities",
                    Table.of(
                            "capabilities",
                            CAPABILITIES.stream()
                                    .map(name -> Field.of(name, new Shape.OptionalFlag()))
                                    .toArray(Field[]::new))),
            Field.of(
                    "tests",
                    Table.of(
                            "tests",
                            Field.of(
                                    "test-suites",
                                    new ListOf(Table.of(
                                            "test suite reference", text("name").always()))))),
            Field.of("publish", Table.of("image publish", texts("channels"))));

    private static final Table PYTEST = Table.of(
            "pytest",
            text("working-dir").asPath(),
            texts("test-paths"),
            texts("extra-args"),
            word("install", Vocabulary.INSTALL));

    private static final Table LISA = Table.of(
            "lisa",
            Field.of(
                    "framework",
                    Table.of("framework", text("git-url").always(), text("ref").always())),
            texts("test-cases").always(),
            texts("pip-pre-install"),
            texts("pip-extras"),
            texts("extra-args"));

    static final Table TEST_SUITE = Table.of(
            "test suite",
            text(NAME).as("name").always(),
            text("description"),
            word("type", Vocabulary.TEST_TYPE).always(),
            Field.of("pytest", new OptionalTable(PYTEST)),
            Field.of("lisa", new OptionalTable(LISA)));

    private static final Table INPUT = Table.of("input", text("repo"), text("set"));

    private static final Table DISTRO_VERSION = Table.of(
            "distro version",
            text("description"),
            text("release-ver"),
            text("dist-git-branch"),
            Field.of("default-component-config", COMPONENT),
            text("mock-config").asPath(),
            text("mock-config-x86_64"),
            text("mock-config-aarch64"),
            Field.of(
                    "inputs",
                    Table.of(
                            "inputs",
                            Field.of("rpm-build", new ListOf(INPUT)),
                            Field.of("image-build", new ListOf(INPUT)))));

    static final Table DISTRO = Table.of(
            "distro",
            text("description"),
            text("default-version"),
            text("dist-git-base-uri"),
            text("lookaside-base-uri"),
            Field.of(
                    "repos",
                    new ListOf(Table.of("package repository", text("base-uri").always()))),
            flag("disable-origins"),
            Field.of("versions", new MapOf(DISTRO_VERSION)));

    static final Table RPM_REPO = Table.of(
            "rpm repository",
            text("description"),
            word("type", Vocabulary.REPOSITORY_TYPE),
            text("base-uri"),
            text("metalink"),
            flag("disable-gpg-check"),
            text("gpg-key"),
            texts("arches"));

    private static final Table SUBREPO = Table.of(
            "sub-repository", text("name").always(), text("subpath").always(), word("kind", Vocabulary.SUBREPO_KIND));

    private static final Table SET_TEMPLATE = Table.of(
            "repository set template",
            text("description"),
            Field.of("subrepos", new ListOf(SUBREPO)).always());

    private static final Table REPO_SET = Table.of(
            "repository set",
            text("description"),
            text("template").always(),
            text("base-uri").always(),
            text("name-prefix"),
            text("gpg-key"),
            flag("disable-gpg-check"),
            texts("arches"),
            texts("subrepos"));

    static final Table RESOURCES = Table.of(
            "resources",
            Field.of("rpm-repos", new MapOf(RPM_REPO)),
            Field.of("rpm-repo-set-templates", new MapOf(SET_TEMPLATE)),
            Field.of("rpm-repo-sets", new MapOf(REPO_SET)));

    static final Table TOOLS =
            Table.of("tools", Field.of("imageCustomizer", Table.of("image customizer", text("containerTag"))));

    static final Table PROJECT = Table.of(
            "project",
            text("description"),
            text("log-dir").asPath(),
            text("work-dir").asPath(),
            text("output-dir").asPath(),
            text("rendered-specs-dir").asPath(),
            text("lock-dir").asPath(),
            Field.of("default-distro", DISTRO_REFERENCE),
            text("default-author-email"));

    /** What a configuration file holds; as JSON, what all files come to. */
    public static final Table FILE = Table.of(
            "file",
            text("$schema").as(""),
            Field.of("project", PROJECT),
            texts("includes").as(""),
            Field.of("distros", new MapOf(DISTRO)),
            Field.of("resources", RESOURCES),
            Field.of("component-groups", new MapOf(COMPONENT_GROUP)),
            Field.of("components", new MapOf(COMPONENT)),
            Field.of("images", new MapOf(IMAGE)),
            Field.of("tools", TOOLS),
            Field.of("default-component-config", COMPONENT),
            Field.of("default-package-config", PACKAGE_CONFIG),
            Field.of("package-groups", new MapOf(PACKAGE_GROUP)),
            Field.of("test-suites", new MapOf(TEST_SUITE)));

    private Format() {}

    private static Field text(String key) {
        return Field.of(key, new Shape.Text());
    }

    private static Field word(String key, Vocabulary words) {
        return Field.of(key, new Shape.Text(Optional.of(words)));
    }

    private static Field flag(String key) {
        return Field.of(key, new Shape.Flag());
    }

    private static Field texts(String key) {
        return Field.of(key, new ListOf(new Shape.Text()));
    }
}
