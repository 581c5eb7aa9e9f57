package dev.milliner.workbench.search;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.language.Symbol;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds definitions, files and text in a distro; a pure function of what was typed. */
public final class QuickSearch {
    /** More hits than this are not shown. */
    public static final int MOST = 60;

    static final int SHORTEST_TEXT = 3;

    private final Distro distro;
    private final String wanted;
    private final List<Hit> hits = new ArrayList<>();

    private QuickSearch(Distro distro, String wanted) {
        this.distro = distro;
        this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
    }

    /** Begins what searches among commands alone. */
    public static final String COMMANDS = ">";

    /** Begins what searches among definitions alone. */
    public static final String SYMBOLS = "@";

    /** Definitions, as what is found. */
    static List<Hit> symbols(List<Symbol> found) {
        return found.stream()
                .map(symbol ->
                        new Hit(symbol.detail(), symbol.name(), symbol.place().file(), symbol.place(), ""))
                .toList();
    }

    /**
     * Searches among commands.
     *
     * @param typed what was typed; behind {@link #COMMANDS} all are listed, else only those that say it
     */
    public static List<Hit> commands(CommandRegistry registry, String typed) {
        boolean only = typed.startsWith(COMMANDS);
        List<String> words = List.of((only ? typed.substring(1) : typed)
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+", -1));
        return !only && typed.strip().length() < SHORTEST_TEXT
                ? List.of()
                : registry.all().stream()
                        .filter(command -> command.enabled().getAsBoolean())
                        .filter(command -> words.stream()
                                .allMatch(
                                        (command.words() + " " + command.now().get()).toLowerCase(Locale.ROOT)
                                                ::contains))
                        .sorted(Comparator.comparingInt(command -> {
                            int at = registry.recent().indexOf(command.id());
                            return at < 0 ? Integer.MAX_VALUE : at;
                        }))
                        .map(Hit::of)
                        .toList();
    }

    /**
     * Searches.
     *
     * @param distro what to search in
     * @param typed what was typed; {@code :123} goes to a line of the file in front
     * @param current the file in front, for {@code :123}
     */
    public static List<Hit> find(Distro distro, String typed, Optional<String> current) {
        if (typed.matches(":\\d+") && current.isPresent()) {
            int line = Integer.parseInt(typed.substring(1).replaceFirst("^(\\d{1,8}).*", "$1"));
            Place place = new Place(current.get(), new TextRange(Math.max(1, line), 1, Math.max(1, line), 1));
            return List.of(new Hit(
                    Wording.of("search.hit.line"),
                    Wording.of("search.quick-search.go-line", line),
                    current.get(),
                    place,
                    ""));
        }
        return new QuickSearch(distro, typed).find();
    }

    /** Asks whether something with a name near to what was typed is meant; empty where nothing is near. */
    public static String near(Distro distro, String typed) {
        List<String> names = new ArrayList<>(distro.components().keySet());
        names.addAll(distro.images().keySet());
        names.addAll(distro.packages().keySet());
        names.addAll(distro.packageGroups().keySet());
        return NearNames.question(names, typed.strip());
    }

    private List<Hit> find() {
        definitions(distro.components());
        definitions(distro.images());
        definitions(distro.componentGroups());
        definitions(distro.packageGroups());
        definitions(distro.packages());
        definitions(distro.distros());
        definitions(distro.repositories());
        for (String file : files()) {
            if (file.toLowerCase(Locale.ROOT).contains(wanted)) {
                hits.add(new Hit(Wording.of("search.hit.file"), file, "", Place.startOf(file), "file " + file));
            }
        }
        hits.sort(Comparator.comparingInt(this::rank)
                .thenComparingInt(hit -> hit.title().length()));
        if (hits.size() < MOST && wanted.length() >= SHORTEST_TEXT) {
            texts();
        }
        return List.copyOf(hits.subList(0, Math.min(MOST, hits.size())));
    }

    /** The files of the distro, and the descriptions of its images. */
    private List<String> files() {
        return Stream.concat(
                        distro.files().stream(),
                        distro.images().values().stream()
                                .flatMap(image -> image.definitionPath().stream())
                                .map(path -> distro.tree().relative(path)))
                .distinct()
                .toList();
    }

    private void definitions(NavigableMap<String, ? extends Definition> all) {
        all.forEach((name, definition) -> {
            if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
                Place place = definition.place();
                String key = definition.kind() + " " + name;
                hits.add(new Hit(
                        definition.kind().label(),
                        name,
                        place.file() + ":" + place.range().line(),
                        place,
                        key));
            }
        });
    }

    private int rank(Hit hit) {
        String title = hit.title().toLowerCase(Locale.ROOT);
        int kind = hit.kind().equals("package") ? 1 : 0;
        return (title.equals(wanted) ? 0 : title.startsWith(wanted) ? 2 : 4) + kind;
    }

    private void texts() {
        for (String file : files()) {
            String text = distro.tree().read(file).orElse("");
            hits.addAll(FoundLines.of(Wording.of("search.hit.text"), file, text, wanted, MOST - hits.size()));
        }
    }
}
