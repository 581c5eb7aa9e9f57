package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes that are offered in TOML files: for problems, then for what stands at the place. */
final class TomlActions {
    private static final List<String> REMOVABLE =
            List.of("emove", "Leave it in one", "Include it once", "leave it out", "of its own", "Correct the path");

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
        add(title, problem, WorkspaceEdit.of(document, List.of(edit)));
    }

    private void add(String title, Optional<Problem> problem, WorkspaceEdit edit) {
        boolean first = problem.isPresent()
                && actions.stream().noneMatch(action -> action.problem().equals(problem));
        actions.add(new CodeAction(title, problem, first, edit));
    }

    private void fix(Problem problem, Span where) {
        TomlContext context = TomlContext.at(knowledge, document, inside(where));
        if (isRemovable(problem) && isBracket(where)) {
            TomlContext before = TomlContext.at(knowledge, document, where.start());
            if (before.spot() instanceof TomlSpot.InValue value) {
                removal(problem, value);
            }
        }
        if (problem.code().equals("wrong-type")) {
            String written = document.text().substring(where.start(), where.end());
            TypeFixes.of(problem.message(), written)
                    .ifPresent(text -> add("Write " + text, Optional.of(problem), new Replacement(where, text)));
        }
        switch (context.spot()) {
            case TomlSpot.InKey key -> key(problem, context, key);
            case TomlSpot.InValue value -> value(problem, context, value);
            case TomlSpot.InHeader header -> header(problem, context, header);
            case TomlSpot.Nothing nothing -> {
                // Nothing can be said of such a place.
            }
        }
        WholeFixes.of(knowledge, document, problem, context)
                .forEach(fix -> add(fix.title(), Optional.of(problem), fix.edit()));
    }

    /** Tells whether a problem is about a whole list or inline table. */
    private boolean isBracket(Span where) {
        char first = where.start() < document.text().length() ? document.text().charAt(where.start()) : ' ';
        return first == '[' || first == '{';
    }

    /** Behind the quote or brackets that a problem's place begins with. */
    private int inside(Span where) {
        String text = document.text();
        int at = where.start();
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return at + (text.startsWith("\"\"\"", at) || text.startsWith("'''", at) ? 3 : 1);
        }
        while (at < where.end() && at < text.length() && "[{ ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The table that a header opens. */
    private static TomlAround under(TomlContext context, TomlHeader header) {
        return new TomlAround(context.lines(), header.line(), header.path(), Optional.empty(), Optional.of(header));
    }

    private static boolean isRemovable(Problem problem) {
        return REMOVABLE.stream().anyMatch(problem.message()::contains)
                || problem.code().equals("component-snapshot");
    }

    private void header(Problem problem, TomlContext context, TomlSpot.InHeader spot) {
        if (problem.code().equals("unknown-key")) {
            NearFixes.keys(context, spot.before(), spot.segment().name())
                    .forEach(name -> add(
                            "Change to '" + name + "'",
                            Optional.of(problem),
                            new Replacement(spot.segment().span(), TomlQuotes.key(name))));
        }
        missing(problem, context, under(context, spot.header()));
        if (isRemovable(problem) && !problem.code().equals("overlay-file-empty")) {
            add("Remove this table", Optional.of(problem), TomlRewrite.removedTable(context.lines(), spot.header()));
        }
    }

    private void key(Problem problem, TomlContext context, TomlSpot.InKey spot) {
        if (problem.code().equals("unknown-key")) {
            NearFixes.keys(context, spot.path(), spot.segment().name())
                    .forEach(name -> add(
                            "Change to '" + name + "'",
                            Optional.of(problem),
                            new Replacement(spot.segment().span(), TomlQuotes.key(name))));
        }
        if (isRemovable(problem) && !spot.segment().name().isEmpty()) {
            TomlRewrite.removed(spot.table(), spot.segments().getFirst().span())
                    .ifPresent(edit -> add("Remove '" + spot.segment().name() + "'", Optional.of(problem), edit));
        }
        missing(problem, context, spot.table());
    }

    private void value(Problem problem, TomlContext context, TomlSpot.InValue spot) {
        Written written = Written.of(document.text(), spot);
        ValueFixes.of(problem, context, spot)
                .forEach(text -> add(
                        "Change to '" + text + "'",
                        Optional.of(problem),
                        new Replacement(spot.span(), written.text(text).text())));
        missing(problem, context, spot.table());
        if (isRemovable(problem)) {
            removal(problem, spot);
        }
    }

    private void removal(Problem problem, TomlSpot.InValue spot) {
        if (spot.inList()) {
            Span item = new Span(
                    spot.span().start() - (spot.quoted() ? 1 : 0), spot.span().end());
            String title = spot.text().isEmpty() ? "Remove the entry" : "Remove '" + spot.text() + "'";
            add(
                    title,
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

    /** Adds what a table lacks; where it lacks nothing that is asked for, what the table of the header above does. */
    private void missing(Problem problem, TomlContext context, TomlAround table) {
        List<Shape.Field> fields = context.stand(table.path())
                .flatMap(Stand::table)
                .map(shape -> MissingKeys.of(shape, table.entries(), problem.message()))
                .orElse(List.of());
        if (fields.isEmpty() && !table.isWide() && table.header().isPresent()) {
            missing(problem, context, under(context, table.header().get()));
        }
        fields.forEach(field -> add(
                "Add '" + field.toml() + "'",
                Optional.of(problem),
                TomlRewrite.added(table, List.of(MissingKeys.written(field, problem.message())))));
    }

    private void atCaret(TomlContext context) {
        Optional<TomlAround> table =
                switch (context.spot()) {
                    case TomlSpot.InKey key -> Optional.of(key.table());
                    case TomlSpot.InValue value -> Optional.of(value.table());
                    case TomlSpot.InHeader header -> Optional.of(under(context, header.header()));
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
        boolean inFile = context.root().equals(Format.OVERLAY_FILE);
        if (!inFile && !entries.has(List.of(), "metadata", Span.at(-1))) {
            String metadata = "metadata = { category = \"azl-compatibility\", upstream-status = \"unknown\" }";
            add("Add metadata", Optional.empty(), TomlRewrite.added(overlay, List.of(metadata)));
        }
        new RegexFixes(context, overlay).all().forEach(fix -> add(fix.title(), Optional.empty(), fix.edit()));
    }
}
