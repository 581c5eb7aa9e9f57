package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes that are offered in TOML files: for problems, then for what stands at the place. */
final class TomlActions {
    private final Knowledge knowledge;
    private final Document document;
    private final List<CodeAction> actions = new ArrayList<>();

    private TomlActions(Knowledge knowledge, Document document) {
        this.knowledge = knowledge;
        this.document = document;
    }

    static List<CodeAction> of(Knowledge knowledge, Document document, Span span, List<Problem> problems) {
        TomlActions made = new TomlActions(knowledge, document);
        for (Problem problem : problems) {
            if (problem.place().file().equals(document.path())) {
                Span where = Span.of(problem.place().range(), document.text());
                if (where.touches(span)) {
                    made.fix(problem, where);
                }
            }
        }
        made.atCaret(TomlContext.at(knowledge, document, span.start()));
        return List.copyOf(made.actions);
    }

    private void add(String title, Optional<Problem> problem, Replacement edit) {
        boolean first = problem.isPresent()
                && actions.stream().noneMatch(action -> action.problem().equals(problem));
        actions.add(new CodeAction(title, problem, first, WorkspaceEdit.of(document, List.of(edit))));
    }

    private void fix(Problem problem, Span where) {
        TomlContext context = TomlContext.at(knowledge, document, inside(where));
        switch (context.spot()) {
            case TomlSpot.InKey key -> key(problem, context, key);
            case TomlSpot.InValue value -> value(problem, context, value);
            case TomlSpot.InHeader header -> missing(problem, context, underHeader(context, header));
            case TomlSpot.Nothing nothing -> {
                // Nothing can be said of such a place.
            }
        }
    }

    /** Behind the quote or bracket that a problem's place begins with. */
    private int inside(Span where) {
        String text = document.text();
        int at = where.start();
        while (at < where.end() && at < text.length() && "[{\"' ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static TomlAround underHeader(TomlContext context, TomlSpot.InHeader spot) {
        return TomlAround.of(
                context.lines(),
                Math.min(spot.header().line() + 1, context.lines().count() - 1),
                List.of());
    }

    private void key(Problem problem, TomlContext context, TomlSpot.InKey spot) {
        if (problem.code().equals("unknown-key")) {
            NearFixes.keys(context, spot)
                    .forEach(name -> add(
                            "Change to '" + name + "'",
                            Optional.of(problem),
                            new Replacement(spot.segment().span(), TomlQuotes.key(name))));
            TomlRewrite.removed(spot.table(), spot.segments().getFirst().span())
                    .ifPresent(edit -> add("Remove '" + spot.segment().name() + "'", Optional.of(problem), edit));
        }
        missing(problem, context, spot.table());
    }

    private void value(Problem problem, TomlContext context, TomlSpot.InValue spot) {
        Written written = Written.of(document.text(), spot);
        NearFixes.values(context, spot)
                .forEach(name -> add(
                        "Change to '" + name + "'",
                        Optional.of(problem),
                        new Replacement(spot.span(), written.text(name).text())));
        missing(problem, context, spot.table());
        if (problem.message().contains("emove")) {
            removal(problem, spot);
        }
    }

    private void removal(Problem problem, TomlSpot.InValue spot) {
        if (spot.inList()) {
            Span item = new Span(
                    spot.span().start() - (spot.quoted() ? 1 : 0), spot.span().end());
            add(
                    "Remove '" + spot.text() + "'",
                    Optional.of(problem),
                    TomlRewrite.removedItem(spot.table().lines(), item));
            return;
        }
        spot.table().entries().entries().stream()
                .filter(entry -> entry.keys().equals(spot.keys()))
                .findFirst()
                .flatMap(entry -> TomlRewrite.removed(
                        spot.table(), entry.segments().getFirst().span()))
                .ifPresent(edit -> add("Remove '" + spot.keys().getLast() + "'", Optional.of(problem), edit));
    }

    private void missing(Problem problem, TomlContext context, TomlAround table) {
        Optional<Shape.Table> shape = context.stand(table.path()).flatMap(Stand::table);
        if (shape.isEmpty()) {
            return;
        }
        String message = problem.message();
        List<Shape.Field> all = MissingKeys.of(shape.get(), table.entries());
        List<Shape.Field> told = all.stream()
                .filter(field -> message.contains("'" + field.toml()))
                .toList();
        for (Shape.Field field : told.isEmpty() && !message.contains("emove") ? all : told) {
            String written = MissingKeys.written(field, message);
            add("Add '" + field.toml() + "'", Optional.of(problem), TomlRewrite.added(table, List.of(written)));
        }
    }

    private void atCaret(TomlContext context) {
        Optional<TomlAround> table =
                switch (context.spot()) {
                    case TomlSpot.InKey key -> Optional.of(key.table());
                    case TomlSpot.InValue value -> Optional.of(value.table());
                    case TomlSpot.InHeader header -> Optional.of(underHeader(context, header));
                    case TomlSpot.Nothing nothing -> Optional.empty();
                };
        table.filter(around ->
                        context.stand(around.path()).flatMap(Stand::table).equals(Optional.of(Format.OVERLAY)))
                .ifPresent(overlay -> overlay(context, overlay));
    }

    private void overlay(TomlContext context, TomlAround overlay) {
        TomlEntries entries = overlay.entries();
        if (!entries.has(List.of(), "description", Span.at(-1))) {
            add("Add a description", Optional.empty(), TomlRewrite.added(overlay, List.of("description = \"\"")));
        }
        if (!entries.has(List.of(), "metadata", Span.at(-1))) {
            String metadata = "metadata = { category = \"azl-compatibility\", upstream-status = \"unknown\" }";
            add("Add metadata", Optional.empty(), TomlRewrite.added(overlay, List.of(metadata)));
        }
        new RegexFixes(context, overlay).all().forEach(fix -> add(fix.title(), Optional.empty(), fix.edit()));
    }
}
