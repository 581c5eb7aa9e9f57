package dev.milliner.build.explain;

import dev.milliner.build.explain.Rule.PlaceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tool ran on, to find the file and line at fault in. */
final class Inputs {
    private static final int DEEPEST = 12;
    private static final int MOST_FILES = 20_000;

    private final List<InputFile.OnDisk> files;
    private final SourceArchives archives;

    Inputs(Optional<Path> folder) {
        this.files = folder.map(Inputs::below).orElse(List.of());
        this.archives = new SourceArchives(files);
    }

    /** Where a fault is: among the inputs, or as the log names it. */
    Optional<FaultPlace> place(Hit hit) {
        for (PlaceRule rule : hit.rule().places()) {
            Optional<FaultPlace> found = files.isEmpty() ? Optional.empty() : look(rule, hit);
            if (found.isPresent()) {
                return found;
            }
        }
        return named(hit);
    }

    private Optional<FaultPlace> look(PlaceRule rule, Hit hit) {
        if (!rule.find().isComplete(hit.values())) {
            return Optional.empty();
        }
        return rule.files().stream()
                .map(Template::new)
                .filter(glob -> glob.isComplete(hit.values()))
                .flatMap(glob -> matching(glob.with(hit.values()), hit.values()).stream())
                .flatMap(file -> Probes.line(rule, file, hit.values(), archives).stream()
                        .mapToObj(line -> new FaultPlace(file.name(), OptionalInt.of(line))))
                .findFirst();
    }

    /** Tells whether the inputs bear out what a rule wants to know of them. */
    boolean confirm(Hit hit) {
        return switch (hit.rule().confirm()) {
            case NOTHING -> true;
            case FUZZ -> patch(hit).map(hunks -> hunks.needsFuzz()).orElse(false);
            case REVERSED -> patch(hit).map(hunks -> hunks.isApplied()).orElse(false);
        };
    }

    private Optional<PatchHunks> patch(Hit hit) {
        return matching(hit.values().getOrDefault("patch", "-"), hit.values()).stream()
                .findFirst()
                .map(file -> PatchHunks.of(file.lines(), hit.values().getOrDefault("file", ""), archives));
    }

    /** The place that the log names. */
    private Optional<FaultPlace> named(Hit hit) {
        Template template = hit.rule().file();
        if (template.text().isEmpty() || !template.isComplete(hit.values())) {
            return Optional.empty();
        }
        String line = hit.rule().line().with(hit.values());
        OptionalInt number = line.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(line)) : OptionalInt.empty();
        String file = template.with(hit.values());
        return resolved(file, hit.values()).map(name -> new FaultPlace(name, number));
    }

    private Optional<String> resolved(String file, Map<String, String> values) {
        if (file.startsWith("*")) {
            return matching(file, values).stream().map(InputFile::name).findFirst();
        }
        String source = SourcePath.in(values.getOrDefault("folder", ""), file);
        return bySuffix(file)
                .or(() -> archives.named(source).map(InputFile::name))
                .or(() -> archives.named(source.substring(source.lastIndexOf('/') + 1))
                        .map(InputFile::name)
                        .filter(name -> !source.matches("/usr/(include|lib|share/cmake).*")))
                .or(() -> Optional.of(source));
    }

    /** The input whose name has most of its last parts in common with a file's. */
    private Optional<String> bySuffix(String file) {
        String tail = file.startsWith("/") ? file.substring(1) : file;
        while (true) {
            Optional<String> found = ending(tail);
            int slash = tail.indexOf('/');
            if (found.isPresent() || slash < 0) {
                return found;
            }
            tail = tail.substring(slash + 1);
        }
    }

    private Optional<String> ending(String tail) {
        return files.stream()
                .map(InputFile::name)
                .filter(name -> name.equals(tail) || name.endsWith("/" + tail))
                .findFirst();
    }

    /** The inputs whose name is as wanted; those beside the spec file that was being built come first. */
    private List<InputFile> matching(String glob, Map<String, String> values) {
        Set<String> near = files.stream()
                .map(InputFile::name)
                .filter(name -> name.substring(name.lastIndexOf('/') + 1).equals(values.getOrDefault("spec", "")))
                .map(Inputs::folder)
                .collect(Collectors.toSet());
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("\\", ""));
        return Stream.concat(files.stream(), glob.startsWith("*") ? Stream.empty() : archives.files().stream())
                .filter(file -> matcher.matches(file.base()))
                .map(InputFile.class::cast)
                .sorted(Comparator.comparing(file -> !near.contains(folder(file.name()))))
                .toList();
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static List<InputFile.OnDisk> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/.git/"))
                    .limit(MOST_FILES)
                    .sorted()
                    .map(path -> new InputFile.OnDisk(folder.relativize(path).toString(), path))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
