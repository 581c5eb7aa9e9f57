package dev.milliner.search;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.milliner.search.Condition.And;
import dev.milliner.search.Condition.Compares;
import dev.milliner.search.Condition.Equal;
import dev.milliner.search.Condition.Has;
import dev.milliner.search.Condition.Matches;
import dev.milliner.search.Condition.Not;
import dev.milliner.search.Condition.Or;
import dev.milliner.search.QueryToken.Kind;
import java.util.List;

/** Reads a query; the deepest brackets are bounded, so that no query is too deep to be followed. */
final class QueryParser {
    private static final int DEEPEST = 100;
    private static final List<String> RELATIONS = List.of("=", "!=", "~", "!~", "<", "<=", ">", ">=");

    private final List<QueryToken> tokens;
    private int at;
    private int depth;

    private QueryParser(List<QueryToken> tokens) {
        this.tokens = tokens;
    }

    static Condition parse(String query) throws QueryFault {
        QueryParser parser = new QueryParser(QueryToken.of(query));
        if (parser.next().kind() == Kind.END) {
            throw new QueryFault("The query is empty. Ask for something such as: build.check.skip = true", 0);
        }
        Condition condition = parser.or();
        if (parser.next().kind() != Kind.END) {
            throw new QueryFault(
                    "Nothing can follow here but 'and' or 'or'.", parser.next().at());
        }
        return condition;
    }

    private QueryToken next() {
        return tokens.get(at);
    }

    private boolean takes(String word) {
        boolean here = next().is(word);
        at += here ? 1 : 0;
        return here;
    }

    private Condition or() throws QueryFault {
        Condition one = and();
        while (takes("or")) {
            one = new Or(one, and());
        }
        return one;
    }

    private Condition and() throws QueryFault {
        Condition one = not();
        while (takes("and")) {
            one = new And(one, not());
        }
        return one;
    }

    private Condition not() throws QueryFault {
        if (++depth > DEEPEST) {
            throw new QueryFault("The query has more than " + DEEPEST + " levels.", next().at());
        }
        try {
            if (takes("not")) {
                return new Not(not());
            }
            QueryToken open = next();
            if (!takes("(")) {
                return test();
            }
            Condition inside = or();
            if (!takes(")")) {
                throw new QueryFault("The bracket that opens here is not closed. Close it.", open.at());
            }
            return inside;
        } finally {
            depth--;
        }
    }

    private Condition test() throws QueryFault {
        if (takes("has")) {
            return new Has(keys());
        }
        List<String> keys = keys();
        if (takes("exists")) {
            return new Has(keys);
        }
        QueryToken sign = next();
        if (!RELATIONS.contains(sign.text()) || sign.kind() != Kind.SIGN) {
            throw new QueryFault(
                    "A comparison is missing here: one of " + String.join(" ", RELATIONS) + ", or 'exists'.",
                    sign.at());
        }
        at++;
        QueryToken value = next();
        if (value.kind() != Kind.WORD && value.kind() != Kind.QUOTED) {
            throw new QueryFault("A value is missing here. Put texts into quotes.", value.at());
        }
        at++;
        return switch (sign.text()) {
            case "=" -> new Equal(keys, value.text());
            case "!=" -> new Not(new Equal(keys, value.text()));
            case "~" -> new Matches(keys, pattern(value));
            case "!~" -> new Not(new Matches(keys, pattern(value)));
            default -> new Compares(keys, sign.text(), value.text());
        };
    }

    private static Pattern pattern(QueryToken value) throws QueryFault {
        try {
            return Pattern.compile(value.text());
        } catch (PatternSyntaxException broken) {
            throw new QueryFault("The regular expression is not valid: " + broken.getDescription() + ".", value.at());
        }
    }

    private List<String> keys() throws QueryFault {
        QueryToken path = next();
        if (path.kind() != Kind.WORD || path.is("and") || path.is("or")) {
            throw new QueryFault(
                    "A key is missing here, such as build.check.skip, name, kind, group or file.", path.at());
        }
        at++;
        return QueryKeys.known(path);
    }
}
