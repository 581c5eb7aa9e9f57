package dev.milliner.workbench.welcome;

import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Times in the words of people. */
final class Ago {
    private Ago() {}

    /** How long ago something was, as people say it. */
    static String words(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        LocalDate day = LocalDate.ofInstant(then, ZoneId.systemDefault());
        long days = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, ZoneId.systemDefault()));
        if (since.toMinutes() < 1) {
            return Wording.of("welcome.ago.just-now");
        } else if (since.toMinutes() < 60) {
            return Wording.of("welcome.ago.minutes", since.toMinutes());
        } else if (days == 0) {
            return Wording.of("welcome.ago.hours", since.toHours());
        } else if (days == 1) {
            return Wording.of("welcome.ago.yesterday");
        }
        return days < 14
                ? Wording.of("welcome.ago.days", days)
                : days < 60 ? Wording.of("welcome.ago.weeks", days / 7) : day.toString();
    }
}
