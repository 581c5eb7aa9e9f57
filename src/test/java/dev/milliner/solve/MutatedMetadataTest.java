package dev.milliner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.milliner.SharedMaterial;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.client.PackageSolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand damaged repositories: each is refused with a reason, or its set is one that its metadata really says. */
@Timeout(300)
class MutatedMetadataTest {
    private static final List<String> WANTED = List.of("bash");
    private static final long SEED = 20261124;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PackageSolver solver;

    @SuppressWarnings("NullAway.Init")
    private byte[] primary;

    @SuppressWarnings("NullAway.Init")
    private List<String> rightSet;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @BeforeEach
    void start() throws IOException {
        SolverMaterial.assumeInstalled();
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
        Path packed;
        try (Stream<Path> files =
                Files.list(SharedMaterial.folder().resolve("corpus/rpm-metadata/real/fedora35/repodata"))) {
            packed = files.filter(file -> file.toString().contains("primary"))
                    .findFirst()
                    .orElseThrow();
        }
        try (InputStream content = new ZstdInputStream(Files.newInputStream(packed))) {
            primary = content.readAllBytes();
        }
        rightSet = solve(write(primary, WrittenRepository.index(primary))).orElseThrow();
        assertThat(rightSet).anyMatch(name -> name.startsWith("bash-"));
    }

    @AfterEach
    void stop() {
        if (solver != null) {
            solver.close();
        }
        System.out.println("Mutated metadata: " + outcomes);
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private Path write(byte[] content, byte[] index) throws IOException {
        Path repository = folder.resolve("repository");
        Files.createDirectories(repository.resolve("repodata"));
        Files.write(repository.resolve("repodata/primary.xml"), content);
        Files.write(repository.resolve("repodata/repomd.xml"), index);
        return repository;
    }

    /** The set of a repository; empty where it was refused with a reason. */
    private Optional<List<String>> solve(Path repository) {
        try {
            RepositoryMetadata metadata = new Repositories(folder.resolve("cache"), Repositories.PATIENCE)
                    .get("mutated", repository.toString(), RepositoryMetadata.DEFAULT_PRIORITY);
            SolveAnswer answer = solver.solve(SolverMaterial.request(metadata, WANTED, false));
            if (!answer.problems().isEmpty()) {
                assertThat(answer.packages()).isEmpty();
                count("no set, with problems");
                return Optional.empty();
            }
            return Optional.of(SolverMaterial.names(answer));
        } catch (RepositoryException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            count("refused as repository");
            return Optional.empty();
        } catch (SolverException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            count("refused by the solver");
            return Optional.empty();
        }
    }

    private byte[] mutated(byte[] sound) {
        byte[] content = sound.clone();
        int at = random.nextInt(content.length);
        switch (random.nextInt(6)) {
            case 0 -> content = Arrays.copyOf(content, at);
            case 1 -> content[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                for (int i = at; i < Math.min(content.length, at + 64); i++) {
                    content[i] = (byte) random.nextInt(256);
                }
            }
            case 3 -> Arrays.fill(content, at, Math.min(content.length, at + 512), (byte) 0);
            case 4 -> {
                int from = random.nextInt(content.length);
                int length = Math.min(200, content.length - Math.max(at, from));
                System.arraycopy(sound, from, content, at, length);
            }
            default -> content = hostile(content);
        }
        return content;
    }

    /** A well-formed document with one value that nobody expects. */
    private byte[] hostile(byte[] sound) {
        String[] values = {"", "-1", "99999999999999999999", "../../../etc/passwd", "%s%n", "a".repeat(5000), "&lt;"};
        String text = new String(sound, StandardCharsets.UTF_8);
        int quote = text.indexOf("=\"", random.nextInt(text.length() * 9 / 10)) + 2;
        int end = text.indexOf('"', quote);
        String value = values[random.nextInt(values.length)];
        return (text.substring(0, quote) + value + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheChecksumsDoNotCoverIsRefused() throws IOException {
        byte[] index = WrittenRepository.index(primary);
        for (int i = 0; i < 400; i++) {
            boolean inIndex = i % 2 == 0;
            Path repository = write(inIndex ? primary : mutated(primary), inIndex ? mutated(index) : index);
            boolean untouched = Arrays.equals(Files.readAllBytes(repository.resolve("repodata/primary.xml")), primary);
            Optional<List<String>> set = solve(repository);
            if (set.isPresent()) {
                assertThat(untouched)
                        .as("mutation %d was read although damaged", i)
                        .isTrue();
                assertThat(set.get()).isEqualTo(rightSet);
                count("right set");
            }
        }
        assertThat(solve(write(primary, index))).contains(rightSet);
    }

    @Test
    void whatAHostileRepositorySignsForIsReadAsItSays() throws IOException {
        for (int i = 0; i < 600; i++) {
            byte[] content = mutated(primary);
            Optional<List<String>> set = solve(write(content, WrittenRepository.index(content)));
            Optional<Set<String>> said = packages(content);
            if (set.isPresent()) {
                assertThat(said).as("mutation %d is no XML and was read", i).isPresent();
                assertThat(said.orElseThrow()).as("mutation %d", i).containsAll(set.get());
                count(set.get().equals(rightSet) ? "right set" : "another set, as the metadata says");
            }
        }
        assertThat(solve(write(primary, WrittenRepository.index(primary)))).contains(rightSet);
    }

    /** The packages of a primary.xml as another reader sees them; empty where it is no XML. */
    private static Optional<Set<String>> packages(byte[] content) {
        Set<String> all = new HashSet<>();
        try {
            // Checked first, as the JDK's reader prints such a fault besides throwing it.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            // As libsolv and so DNF read it: a prefix is part of the name, declared or not.
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            Map<String, String> now = new HashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(xml, now);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("package")) {
                    all.add(now.get("name") + "-" + now.get("version") + "." + now.get("arch"));
                    now.clear();
                }
            }
            return Optional.of(all);
        } catch (CharacterCodingException | XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static void element(XMLStreamReader xml, Map<String, String> now) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "name", "arch" -> now.put(xml.getLocalName(), xml.getElementText());
            case "version" -> {
                String epoch = xml.getAttributeValue(null, "epoch");
                // An epoch that is no number counts as none.
                boolean shown = epoch != null && epoch.matches("0*[1-9][0-9]*");
                now.put(
                        "version",
                        (shown ? epoch + ":" : "") + xml.getAttributeValue(null, "ver") + "-"
                                + xml.getAttributeValue(null, "rel"));
            }
            default -> {}
        }
    }
}
