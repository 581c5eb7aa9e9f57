package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A project's own schema adds what it knows to what we know. */
class ProjectSchemaTest {
    private static final String SCHEMA = """
            {
              "$ref": "#/$defs/File",
              "$defs": {
                "File": {"properties": {
                  "components": {"additionalProperties": {"$ref": "#/$defs/Component"}},
                  "flags": {"type": "object", "description": "Switches of the project."}}},
                "Component": {"properties": {
                  "tier": {"type": "string", "description": "How much it matters.", "enum": ["one", "two"]},
                  "release": {"properties": {"calculation": {"type": "string", "enum": ["auto", "dated"]}}},
                  "overlays": {"items": {"properties": {"since": {"type": "string"}}}}}}
              }
            }
            """;

    private final LanguageService service = service(SCHEMA);

    private static LanguageService service(String schema) {
        DiskTree tree = new DiskTree(Path.of("sample-distros/bowler").toAbsolutePath());
        return new LanguageService(
                new DistroLoader(Map.of()).load(new BufferTree(tree, Map.of("azldev.schema.json", schema))),
                Surroundings.ofTree());
    }

    private Completions complete(String text) {
        return service.complete(new Document("comps/x.comp.toml", text, 1), text.length());
    }

    @Test
    void keysThatItAddsAreOfferedBesideOurs() {
        assertThat(complete("").items()).extracting(Completion::label).contains("flags", "components");
        assertThat(complete("[components.x]\nti").items())
                .extracting(Completion::label)
                .startsWith("tier");
        assertThat(complete("[[components.x.overlays]]\nsi").items())
                .extracting(Completion::label)
                .contains("since");
    }

    @Test
    void wordsThatItAddsAreOfferedBesideOurs() {
        assertThat(complete("[components.x]\ntier = \"").items()).isEmpty();
        assertThat(complete("[components.x.release]\ncalculation = \"").items())
                .extracting(Completion::label)
                .contains("auto", "static", "dated");
    }

    @Test
    void itsDescriptionIsSaidWhereWeHaveNone() {
        String text = "[components.x]\ntier = \"one\"";
        assertThat(service.hover(new Document("comps/x.comp.toml", text, 1), text.indexOf("tier") + 1))
                .hasValueSatisfying(hover -> assertThat(hover.markdown()).contains("How much it matters."));
    }

    @Test
    void oneThatIsBrokenSaysNothing() {
        String text = "[components.x]\nrel";
        assertThat(service("{ broken")
                        .complete(new Document("comps/x.comp.toml", text, 1), text.length())
                        .items())
                .extracting(Completion::label)
                .contains("release");
    }
}
