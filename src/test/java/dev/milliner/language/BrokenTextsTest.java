package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever state a text is in, each question about each place of it is answered. */
class BrokenTextsTest {
    private static final Path ROOT = Path.of("sample-distros/bowler").toAbsolutePath();
    private static final String SIGNS = "[]{}\"'=.,#%<>/ \n\\a$é";

    private final LanguageService service =
            new LanguageService(new DistroLoader(Map.of()).load(new DiskTree(ROOT)), Surroundings.ofTree());

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.map(ROOT::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".toml") || name.endsWith(".kiwi") || name.endsWith(".spec"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyQuestionIsAnswered(long seed) throws IOException {
        Random dice = new Random(seed);
        for (String file : files()) {
            String text = Files.readString(ROOT.resolve(file));
            for (int round = 0; round < 40; round++) {
                String broken = broken(text, dice);
                ask(new Document(file, broken, round), dice.nextInt(broken.length() + 1));
            }
        }
    }

    private static String broken(String text, Random dice) {
        StringBuilder broken = new StringBuilder(text);
        for (int edit = dice.nextInt(6); edit >= 0 && !broken.isEmpty(); edit--) {
            int at = dice.nextInt(broken.length());
            switch (dice.nextInt(3)) {
                case 0 -> broken.insert(at, SIGNS.charAt(dice.nextInt(SIGNS.length())));
                case 1 -> broken.deleteCharAt(at);
                default -> broken.delete(at, Math.min(broken.length(), at + dice.nextInt(30)));
            }
        }
        return dice.nextInt(4) == 0 ? broken.substring(0, dice.nextInt(broken.length() + 1)) : broken.toString();
    }

    private void ask(Document document, int offset) {
        Completions completions = service.complete(document, offset);
        assertThat(completions.start()).isBetween(0, offset);
        assertThat(completions.end()).isBetween(offset, document.text().length());
        completions.items().stream().limit(3).forEach(service::resolve);
        service.hover(document, offset).ifPresent(hover -> {
            assertThat(hover.span().end()).isLessThanOrEqualTo(document.text().length());
            assertThat(hover.markdown()).isNotBlank();
        });
        service.definition(document, offset);
        service.references(document, offset);
        service.prepareRename(document, offset)
                .ifPresent(rename -> assertThat(rename.span().touches(offset))
                        .as(() -> rename + " at " + offset + " of\n" + document.text())
                        .isTrue());
        service.rename(document, offset, "x");
        service.actions(document, Span.at(offset), List.of())
                .forEach(action -> action.edit().files().forEach(FileEdit::after));
        service.outline(document);
        service.breadcrumb(document, offset);
        service.folds(document);
        service.highlights(document, offset);
        service.links(document);
    }
}
