package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Layer;
import dev.milliner.distro.Problem;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.Severity;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.kiwi.BrokenDescription;
import dev.milliner.source.FileContent;
import dev.milliner.source.SourceTree;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with the descriptions that images name, as far as that can be told without a repository. */
public final class DescriptionProblems {
    private static final String KIWI = "kiwi";
    private static final String USUAL = "x86_64";

    private final SourceTree tree;
    private final Image image;
    private final Map<String, KiwiDocument> documents;

    private DescriptionProblems(SourceTree tree, Image image, Map<String, KiwiDocument> documents) {
        this.tree = tree;
        this.image = image;
        this.documents = documents;
    }

    /** Those of all images, by file and line; each once, also where several images share a description. */
    public static List<Problem> of(Distro distro) {
        return of(distro, distro.tree());
    }

    static List<Problem> of(Distro distro, SourceTree tree) {
        Set<Problem> all = new LinkedHashSet<>();
        // Images with profiles of their own often share a description.
        Map<String, KiwiDocument> documents = new HashMap<>();
        distro.images().values().forEach(image -> all.addAll(new DescriptionProblems(tree, image, documents).list()));
        return all.stream().sorted(Problem.BY_PLACE).toList();
    }

    /** Those of one image that stand in the way of a build, as errors. */
    public static List<Problem> inTheWay(Distro distro, Image image) {
        return of(distro, image).stream()
                .filter(problem ->
                        problem.severity() == Severity.ERROR || problem.code().equals(TypeCheck.MODULE))
                .map(problem -> new Problem(Severity.ERROR, problem.code(), problem.message(), problem.place()))
                .toList();
    }

    /** Those of one image. */
    public static List<Problem> of(Distro distro, Image image) {
        return new DescriptionProblems(distro.tree(), image, new HashMap<>()).list();
    }

    private List<Problem> list() {
        String type = image.type().orElse("");
        if (type.isEmpty() && image.definitionPath().isEmpty()) {
            return List.of(problem(
                    Severity.WARNING,
                    "image-definition",
                    "The image '" + image.name()
                            + "' has no definition, so it can't be previewed or built. Add definition ="
                            + " { type = \"kiwi\", path = \"…\" }.",
                    image.place()));
        }
        if (!type.equals(KIWI)) {
            return List.of(problem(
                    Severity.ERROR,
                    "image-type",
                    "The image '" + image.name() + "' is "
                            + (type.isEmpty() ? "of no type" : "of the type '" + type + "', which nothing builds")
                            + ". "
                            + near(type) + "Write type = \"kiwi\", the only one there is.",
                    place("definition.type")));
        }
        if (image.definitionPath().isEmpty()) {
            return List.of(problem(
                    Severity.ERROR,
                    "image-definition",
                    "The definition of the image '" + image.name()
                            + "' has no path. Add path, the file of its description.",
                    image.place()));
        }
        return description(image.definitionPath().get());
    }

    private static String near(String type) {
        String question = NearNames.question(List.of(KIWI), type);
        return question.isEmpty() ? "" : question + " ";
    }

    private List<Problem> description(String path) {
        return switch (tree.content(path)) {
            case FileContent.Absent() ->
                List.of(unread("The description " + path + " of the image '" + image.name()
                        + "' is not there. Correct path, or write the file."));
            // A fault of the place itself is a problem of the distro.
            case FileContent.Unreadable file ->
                tree.fault(path).isPresent()
                        ? List.of()
                        : List.of(unread("The description " + path + " of the image '" + image.name() + "' "
                                + file.why() + ". Correct path, or the file."));
            case FileContent.Text text -> read(path);
        };
    }

    private List<Problem> read(String path) {
        try {
            KiwiDocument document = documents.get(path);
            if (document == null) {
                document = KiwiDocument.read(tree, path);
                documents.put(path, document);
            }
            KiwiSelection selection =
                    new KiwiSelection(document, image.profile().stream().toList(), USUAL);
            List<Problem> problems = new ArrayList<>(document.problems());
            problems.addAll(ClaimsFile.of(tree, image).problems());
            problems.addAll(DescriptionCheck.of(selection, place("definition.profile")));
            return problems;
        } catch (BrokenDescription broken) {
            return List.of(broken.problem());
        } catch (IOException unreadable) {
            return List.of(unread(FileTrouble.words(unreadable)));
        }
    }

    private Problem unread(String message) {
        return problem(Severity.ERROR, "kiwi-unreadable", message, place("definition.path"));
    }

    private static Problem problem(Severity severity, String code, String message, Place place) {
        return new Problem(severity, code, message, place);
    }

    /** Where the tree sets a value of the image; where it does not, where the image is defined. */
    private Place place(String path) {
        return image.values().stream()
                .filter(value -> value.path().equals(path))
                .map(ResolvedValue::layers)
                .filter(layers -> !layers.isEmpty() && layers.getLast().line() > 0)
                .map(List::getLast)
                .map(DescriptionProblems::place)
                .findFirst()
                .orElse(image.place());
    }

    private static Place place(Layer layer) {
        return new Place(layer.file(), new TextRange(layer.line(), 1, layer.line(), Integer.MAX_VALUE));
    }
}
