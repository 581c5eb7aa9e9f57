package dev.milliner.image;

import dev.milliner.ground.Amount;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats in which a plan's packages leave for other programs. */
public enum PlanFormat {
    /** A table for spreadsheets, quoted as RFC 4180 has it. */
    CSV("csv"),
    /** The same values that {@code image packages --json} prints. */
    JSON("json"),
    /** A table for reviews and wikis. */
    MARKDOWN("md"),
    /** A CycloneDX 1.6 bill of materials in JSON. */
    CYCLONEDX("cdx.json");

    private static final List<String> COLUMNS = List.of(
            "name",
            "epoch",
            "version",
            "release",
            "arch",
            "repo",
            "size",
            "addedSize",
            "phase",
            "component",
            "overlays",
            "licence",
            "reason");

    private final String suffix;

    PlanFormat(String suffix) {
        this.suffix = suffix;
    }

    /** How its files' names end, without the first dot. */
    public String suffix() {
        return suffix;
    }

    /** As the command line and menus call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a plan's packages.
     *
     * @param distro the distro's name, which package URLs carry
     */
    public String write(ImagePlan plan, String distro) {
        return switch (this) {
            case CSV -> csv(plan);
            case JSON -> PackagesJson.of(plan).toPrettyString() + "\n";
            case MARKDOWN -> markdown(plan);
            case CYCLONEDX -> BillOfMaterials.write(plan, distro) + "\n";
        };
    }

    private static String csv(ImagePlan plan) {
        Stream<List<String>> rows = plan.packages().stream().map(PlanFormat::row);
        return Stream.concat(Stream.of(COLUMNS), rows)
                .map(row -> joined(row, PlanFormat::quoted, ","))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static String markdown(ImagePlan plan) {
        String title = "# What " + plan.image() + " holds\n\n"
                + Amount.of(plan.packages().size(), "package") + ", " + Amount.of(plan.size(), "byte")
                + " installed.\n\n";
        String rule = COLUMNS.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return title
                + tableRow(COLUMNS)
                + rule
                + plan.packages().stream()
                        .map(PlanFormat::row)
                        .map(PlanFormat::tableRow)
                        .collect(Collectors.joining());
    }

    private static String tableRow(List<String> row) {
        return "| " + joined(row, value -> value.replace("|", "\\|"), " | ") + " |\n";
    }

    private static String joined(List<String> row, UnaryOperator<String> each, String between) {
        return row.stream().map(each).collect(Collectors.joining(between));
    }

    private static List<String> row(PlannedPackage one) {
        return List.of(
                one.name(),
                String.valueOf(one.nevra().version().epoch()),
                one.nevra().version().version(),
                one.nevra().version().release(),
                one.nevra().architecture(),
                one.repository(),
                String.valueOf(one.size()),
                String.valueOf(one.addedSize()),
                one.phase().label(),
                one.component().orElse(""),
                one.overlays().stream().map(overlay -> overlay.type()).collect(Collectors.joining(" ")),
                one.license(),
                one.reason());
    }
}
