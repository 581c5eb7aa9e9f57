package dev.milliner.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explains the logs of real failures and compares with what is known of them. */
class FailureLogsTest {
    @Test
    void namesTheCauseOfNearlyAllAndIsNeverWrongWhileCertain(@TempDir Path folder) throws IOException {
        List<LabelledLog> logs = LabelledLog.all(SharedMaterial.unpack("failure-logs/failure-logs.tar.xz", folder));
        for (boolean told : new boolean[] {true, false}) {
            Map<String, Score> scores = new TreeMap<>();
            List<String> missed = new ArrayList<>();
            for (LabelledLog log : logs) {
                Explanation explanation = log.explanation(told);
                Score score = scores.computeIfAbsent(log.tool(), tool -> new Score());
                score.add(log, explanation);
                if (!log.isRight(explanation)) {
                    missed.add(log.file() + ": " + explanation.cause());
                }
            }
            Score all = new Score();
            scores.values().forEach(all::add);
            System.out.println(told ? "with tool and exit status:" : "from the log alone:");
            scores.forEach((tool, score) -> System.out.println("  " + tool + ": " + score));
            System.out.println("  all: " + all);
            missed.forEach(miss -> System.out.println("  missed " + miss));
            assertThat(all.right * 100).isGreaterThanOrEqualTo(all.count * 95);
            assertThat(all.wronglyCertain).isZero();
        }
    }

    private static final class Score {
        private int count;
        private int right;
        private int certain;
        private int wronglyCertain;

        void add(LabelledLog log, Explanation explanation) {
            count++;
            right += log.isRight(explanation) ? 1 : 0;
            certain += explanation.cause().filter(Finding::certain).isPresent() ? 1 : 0;
            wronglyCertain += log.isWronglyCertain(explanation) ? 1 : 0;
        }

        void add(Score other) {
            count += other.count;
            right += other.right;
            certain += other.certain;
            wronglyCertain += other.wronglyCertain;
        }

        @Override
        public String toString() {
            return right + " of " + count + " right; " + certain + " certain, " + wronglyCertain + " of them wrong";
        }
    }
}
