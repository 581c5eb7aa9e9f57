package dev.milliner.image;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 64M}, {@code 1.5 GB} in thousands, {@code 512MiB} in units of 1024. */
public final class ByteSize {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*([kKMGT]?)(i?)B?");
    private static final String UNITS = "KMGT";

    private ByteSize() {}

    /** How many bytes; empty where it is no size. */
    public static Optional<Long> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2).toUpperCase(Locale.ROOT);
        int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
        BigDecimal base = BigDecimal.valueOf(matcher.group(3).isEmpty() ? 1000 : 1024);
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(base.pow(power));
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(bytes.longValue());
    }
}
