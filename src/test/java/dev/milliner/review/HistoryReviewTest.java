package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Reviews the public history of Azure Linux and holds it against azldev's own account: what comes, goes and differs, by name and by
 * value. Ten reviews are kept as they are read; {@code -Dmilliner.golden=write} writes them anew.
 */
class HistoryReviewTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/milliner/review/history");
    private static final Pattern WORD = Pattern.compile("[-_](.)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static AzureLinuxHistory history;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        history = AzureLinuxHistory.in(folder);
    }

    /** Names by what became of them, those that differ with the paths of the values. */
    private record Account(Set<String> added, Set<String> removed, Map<String, Set<String>> changed) {
        static Account of(JsonNode expected) {
            Map<String, Set<String>> changed = new TreeMap<>();
            expected.path("changed").properties().forEach(one -> changed.put(one.getKey(), texts(one.getValue())));
            return new Account(texts(expected.path("added")), texts(expected.path("removed")), changed);
        }

        static Account of(Review review, Kind kind) {
            Account account = new Account(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
            review.of(kind).forEach(change -> {
                switch (change) {
                    case DefinitionChange.Added one -> account.added().add(one.name());
                    case DefinitionChange.Removed one -> account.removed().add(one.name());
                    case DefinitionChange.Changed one ->
                        account.changed()
                                .put(
                                        one.name(),
                                        one.values().stream()
                                                .map(HistoryReviewTest::azldevPath)
                                                .collect(Collectors.toCollection(TreeSet::new)));
                }
            });
            return account;
        }

        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        private static Set<String> texts(JsonNode array) {
            return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** TOML's names in azldev's JSON; the names of macros are as they are. */
    private static String azldevPath(ValueChange value) {
        return value.path().startsWith("build.defines.")
                ? value.path()
                : WORD.matcher(value.path()).replaceAll(word -> word.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void itIsAzldevsAccount() throws IOException {
        List<String> wrong = new ArrayList<>();
        int none = 0;
        int without = 0;
        for (JsonNode expected : AzureLinuxHistory.expected()) {
            String commit = expected.path("commit").asString();
            Review review = history.review(commit);
            Map<String, Kind> kinds =
                    Map.of("components", Kind.COMPONENT, "images", Kind.IMAGE, "packages", Kind.PACKAGE);
            kinds.forEach((list, kind) -> {
                Account ours = Account.of(review, kind);
                Account theirs = Account.of(expected.path(list));
                if (!ours.equals(theirs)) {
                    wrong.add(commit + " " + list + ": " + cut(ours) + " instead of " + cut(theirs));
                }
            });
            Set<String> files = Account.texts(expected.path("files"));
            Set<String> told = review.files().stream()
                    .flatMap(file -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(file.file().path()), file.file().from().stream()))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!told.containsAll(files)) {
                wrong.add(commit + " files: " + told + " instead of " + files);
            }
            none += (int) review.files().stream()
                    .filter(FileEffect.None.class::isInstance)
                    .count();
            if (review.isWithoutEffect()) {
                without++;
                assertThat(List.of("components", "images", "packages"))
                        .as(commit)
                        .allMatch(list -> Account.of(expected.path(list)).isEmpty());
            }
            if (Boolean.getBoolean("milliner.show")) {
                System.out.println(StoryText.of(Story.of(review)));
            }
        }
        assertThat(wrong).isEmpty();
        System.out.println(none + " files have no effect, and " + without + " commits");
        assertThat(without).isGreaterThan(10);
        assertThat(none).isGreaterThan(20);
    }

    private static String cut(Account account) {
        String text = account.toString();
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    /** One moves 4,479 components, the other 18,169 packages; the commits are read anew each time, with files that are known. */
    @ParameterizedTest
    @ValueSource(strings = {"27844e04", "efc06d09"})
    void theLargestAreReviewed(String commit) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long start = System.nanoTime();
            assertThat(Story.of(history.review(commit)).glance()).isNotEmpty();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println(commit + " is reviewed in " + best / 1_000_000 + " ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27844e04",
                "efc06d09",
                "0b03d8c5",
                "21f777d6",
                "aa7a33ad",
                "0bc25d3c",
                "8678ca46",
                "79c5b578",
                "b8f30eea",
                "1c3c084c"
            })
    void tenAreReadAsTheyWere(String commit) throws IOException {
        String text = StoryMarkdown.of(Story.of(history.review(commit)));
        Path file = GOLDEN.resolve(commit + ".md");
        if (System.getProperty("milliner.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }
}
