package dev.milliner.workbench.welcome;

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
            return "just now";
        } else if (since.toMinutes() < 60) {
            return since.toMinutes() + " min ago";
        } else if (days == 0) {
            return since.toHours() + " h ago";
        } else if (days == 1) {
            return "yesterday";
        }
        return days < 14 ? days + " days ago" : days < 60 ? days / 7 + " weeks ago" : day.toString();
    }
}
