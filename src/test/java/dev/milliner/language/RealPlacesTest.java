package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is offered at marked places of the files of Azure Linux 4.0, and how long that takes. */
class RealPlacesTest {
    private static final int LEAST = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir(factory = MemoryFolder.class)
    static Path root;

    private static Distro distro;
    private static Surroundings surroundings;

    @BeforeAll
    static void load() throws IOException {
        MarkedPlace.unpack(root);
        distro = new DistroLoader(Map.of()).load(new DiskTree(root));
        surroundings = Surroundings.ofTree();
    }

    @Test
    void whatIsMeantIsAmongTheFirst() throws IOException {
        LanguageService service = new LanguageService(distro, surroundings);
        List<String> missed = new ArrayList<>();
        for (MarkedPlace place : MarkedPlace.all()) {
            Completions completions = service.complete(place.document(root, 1), place.caret(root));
            List<String> labels = completions.items().stream()
                    .limit(place.first())
                    .map(Completion::label)
                    .toList();
            if (!labels.contains(place.expected())) {
                missed.add(place + " got " + labels);
            }
        }
        assertThat(MarkedPlace.all()).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(missed).isEmpty();
    }

    /** A service that knows nothing yet for each keystroke, as a window makes one of each new state of the distro. */
    @Test
    void tellsHowLongAnswersTake() throws IOException {
        List<Taken> taken = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            for (MarkedPlace place : MarkedPlace.all()) {
                Document document = place.document(root, round);
                int caret = place.caret(root);
                Taken answer = taken(document, caret);
                if (round > 3) {
                    taken.add(answer);
                }
            }
        }
        print("completion at the marked places", taken);
        print("a name typed into components.toml", typing("base/comps/components.toml", "[components.sys"));
        print("a name typed into sdk.packages.toml", typing("base/packages/sdk.packages.toml", "    \"libcap"));
        assertThat(taken).isNotEmpty();
    }

    private static List<Taken> typing(String file, String typed) throws IOException {
        String text = Files.readString(root.resolve(file));
        int at = Lines.startOfLine(text, text.length() / 2);
        List<Taken> taken = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (int length = 1; length <= typed.length(); length++) {
                String now = text.substring(0, at) + typed.substring(0, length) + text.substring(at);
                Taken answer = taken(new Document(file, now, length), at + length);
                if (round > 5) {
                    taken.add(answer);
                }
            }
        }
        return taken;
    }

    /** How long an answer took, and for how long of that it was at work, in milliseconds. */
    private record Taken(double passed, double worked) {}

    private static Taken taken(Document document, int caret) {
        LanguageService service = new LanguageService(distro, surroundings);
        long worked = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        service.complete(document, caret);
        return new Taken((System.nanoTime() - start) / 1e6, (THREADS.getCurrentThreadCpuTime() - worked) / 1e6);
    }

    private static void print(String what, List<Taken> taken) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers, median %.2f ms, p95 %.2f ms; at work for %.2f and %.2f ms%n",
                what,
                taken.size(),
                part(taken, Taken::passed, 0.5),
                part(taken, Taken::passed, 0.95),
                part(taken, Taken::worked, 0.5),
                part(taken, Taken::worked, 0.95));
    }

    private static double part(List<Taken> taken, ToDoubleFunction<Taken> which, double part) {
        double[] sorted = taken.stream().mapToDouble(which).sorted().toArray();
        return sorted[(int) (sorted.length * part)];
    }
}
