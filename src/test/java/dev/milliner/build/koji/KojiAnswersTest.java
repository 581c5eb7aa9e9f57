package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a hub answers may be of a version, or a make, that nobody here knows. */
class KojiAnswersTest {
    private static TaskTree tree(String text) throws KojiFailed {
        JsonNode both = JsonMapper.shared().readTree(text);
        return TaskTree.of(both.path("root"), both.path("descendants"));
    }

    @Test
    void aStateThatNobodyKnowsIsShownByItsNumberAndWatchedOn() throws KojiFailed {
        KojiTask task =
                tree("{\"root\":{\"id\":1,\"state\":21},\"descendants\":{}}").root();
        assertThat(task.state()).isEqualTo(new TaskState.Unknown(21));
        assertThat(task.state().word()).isEqualTo("unknown state 21");
        assertThat(task.isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"root\":[],\"descendants\":{}}",
                "{\"root\":{\"id\":\"x\",\"state\":1},\"descendants\":{}}",
                "{\"root\":{\"id\":7777777777777777777771,\"state\":1},\"descendants\":{}}",
                "{\"root\":{\"id\":1},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":155555555555555},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":[\"a\"]},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":1.5},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":1,\"start_ts\":{}},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":1,\"method\":[1]},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":1,\"parent\":\"x\"},\"descendants\":{}}",
                "{\"root\":{\"id\":1,\"state\":1},\"descendants\":[]}",
                "{\"root\":{\"id\":1,\"state\":1},\"descendants\":{\"1\":{\"id\":2}}}",
                "{\"root\":{\"id\":1,\"state\":1},\"descendants\":{\"1\":[7]}}"
            })
    void anAnswerOfAnotherShapeIsToldAsSuch(String answer) {
        assertThatThrownBy(() -> tree(answer))
                .isInstanceOf(KojiFailed.class)
                .hasMessageContaining("The hub gave an answer that is not understood: ");
    }

    @Test
    void theCasesOfTheCorpusAreToldOrRead(@TempDir Path folder) throws IOException {
        SharedMaterial.unpack("cases/safety.tar.xz", folder);
        List<Path> cases;
        try (Stream<Path> walk = Files.walk(folder)) {
            cases = walk.filter(file -> file.toString().contains("koji-json/crash-"))
                    .toList();
        }
        assertThat(cases).isNotEmpty();
        for (Path file : cases) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(tree(text).all()).isNotEmpty();
            } catch (KojiFailed told) {
                assertThat(told.reason()).startsWith("The hub gave an answer that is not understood: ");
            } catch (JacksonException noJson) {
                assertThat(file).isRegularFile();
            }
        }
    }
}
