package dev.milliner.answer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.review.Clash;
import dev.milliner.review.OverlayChange;
import dev.milliner.review.Review;
import dev.milliner.review.SourceChange;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The problems that a change introduces, overlays that fail, clashes with the base, and problems that it solves, as SARIF 2.1.0, which code hosts show beside the lines. */
public final class ReviewSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private ReviewSarif() {}

    /** A result, before it has the form that SARIF gives it. */
    private record Finding(
            String rule, String level, String state, String message, Place place, Optional<Place> related) {}

    /** The log, with one run. */
    public static ObjectNode of(Review review) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Milliner");
        List<Finding> findings = findings(review);
        ArrayNode rules = driver.putArray("rules");
        findings.stream().map(Finding::rule).distinct().sorted().forEach(code -> rules.addObject()
                .put("id", code));
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding));
        return log;
    }

    private static List<Finding> findings(Review review) {
        List<Finding> findings = new ArrayList<>();
        review.problems().introduced().forEach(problem -> findings.add(problem(problem, "new")));
        review.sources().stream()
                .flatMap(source -> fault(review, source).stream())
                .forEach(findings::add);
        review.against().ifPresent(clashes -> clashes.list().forEach(clash -> findings.add(clash(clash))));
        review.problems().solved().forEach(problem -> findings.add(problem(problem, "absent")));
        return findings;
    }

    private static Finding problem(Problem problem, String state) {
        String level = problem.severity() == Severity.ERROR ? "error" : "warning";
        return new Finding(problem.code(), level, state, problem.message(), problem.place(), Optional.empty());
    }

    /** Overlays that can't be applied stand where the component's last edited overlay does, else where it is defined. */
    private static Optional<Finding> fault(Review review, SourceChange source) {
        Component component = review.to().distro().components().get(source.component());
        if (!(source instanceof SourceChange.Known known) || known.fault().isEmpty() || component == null) {
            return Optional.empty();
        }
        String message = component.name() + ": its sources can't be prepared: "
                + known.fault().get();
        return Optional.of(
                new Finding("overlays-fail", "error", "new", message, edited(review, component), Optional.empty()));
    }

    private static Place edited(Review review, Component component) {
        return review.changed(Kind.COMPONENT)
                .filter(change -> change.name().equals(component.name()))
                .flatMap(change -> Review.overlays(change).stream())
                .filter(overlay -> !(overlay instanceof OverlayChange.Removed))
                .map(OverlayChange::place)
                .reduce((one, later) -> later)
                .orElse(component.place());
    }

    private static Finding clash(Clash clash) {
        return new Finding(
                "clash-" + clash.kind().word(),
                clash.kind().isSerious() ? "error" : "note",
                "new",
                clash.words(),
                clash.ours(),
                Optional.of(clash.theirs()));
    }

    private static void result(ObjectNode node, Finding finding) {
        node.put("ruleId", finding.rule());
        node.put("level", finding.level());
        node.put("baselineState", finding.state());
        node.putObject("message").put("text", finding.message());
        place(node.putArray("locations").addObject(), finding.place());
        finding.related()
                .ifPresent(place -> place(node.putArray("relatedLocations").addObject(), place));
    }

    private static void place(ObjectNode node, Place where) {
        ObjectNode place = node.putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(where.file()));
        TextRange range = where.range();
        place.putObject("region")
                .put("startLine", range.line())
                .put("startColumn", range.column())
                .put("endLine", range.endLine())
                .put("endColumn", range.endColumn());
    }

    /** A path with what an address may not hold escaped. */
    private static String uri(String file) {
        try {
            return new java.net.URI(null, null, file, null).getRawPath();
        } catch (java.net.URISyntaxException odd) {
            return file;
        }
    }
}
