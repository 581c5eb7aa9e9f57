package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.RpmRepository;
import dev.milliner.language.RenameAnswer.Edits;
import dev.milliner.language.RenameAnswer.Refusal;
import dev.milliner.language.WorkspaceEdit.FileRename;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Gives something another name in all files that name it. */
final class Renaming {
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]*");
    private static final Pattern PLAIN = Pattern.compile("[^\\s/\\\\\\p{Cntrl}\"'<>]+");

    private final Knowledge knowledge;
    private final Document document;
    private final Entity entity;

    Renaming(Knowledge knowledge, Document document, Entity entity) {
        this.knowledge = knowledge;
        this.document = document;
        this.entity = entity;
    }

    private Distro distro() {
        return knowledge.distro();
    }

    /** Why it can't have another name; empty where it can. */
    Optional<String> obstacle() {
        Optional<Definition> definition = entity.definition(distro());
        if (entity.kind() == CompletionKind.FILE) {
            return Optional.of("A file is renamed in its folder, not where it is named.");
        }
        if (definition.isPresent() && definition.get().place().file().isEmpty()) {
            return Optional.of("azldev itself brings it, so it keeps its name.");
        }
        if (definition.isPresent()
                && definition.get() instanceof RpmRepository repository
                && repository.set().isPresent()) {
            return Optional.of("The set '" + repository.set().get()
                    + "' makes its name of 'name-prefix' and the template. Change those.");
        }
        if (definition.isPresent() && definition.get().place().file().startsWith("/")) {
            return Optional.of("It is defined outside of the tree, in "
                    + definition.get().place().file() + ".");
        }
        return Optional.empty();
    }

    RenameAnswer to(String name) {
        Optional<String> refusal = obstacle().or(() -> fault(name));
        return refusal.isPresent() ? new Refusal(refusal.get()) : new Edits(edits(name));
    }

    private Optional<String> fault(String name) {
        boolean repository = entity.kind() == CompletionKind.REPOSITORY
                || entity.kind() == CompletionKind.REPOSITORY_SET
                || entity.kind() == CompletionKind.TEMPLATE;
        if (!(repository ? REPOSITORY : PLAIN).matcher(name).matches()) {
            return Optional.of("'" + name + "' cannot name a " + entity.label() + ".");
        }
        Entity other = new Entity(entity.kind(), name, entity.owner());
        boolean taken = !entity.name().equals(name)
                && (other.definition(distro()).isPresent()
                        || Mentions.of(knowledge, document, other).stream().anyMatch(Mention::definition));
        return taken ? Optional.of("There is a " + entity.label() + " '" + name + "' already.") : Optional.empty();
    }

    private WorkspaceEdit edits(String name) {
        List<FileEdit> files = Mentions.files(knowledge, document)
                .map(file -> edit(file, name))
                .flatMap(Optional::stream)
                .toList();
        return new WorkspaceEdit(files, renames(name));
    }

    private Optional<FileEdit> edit(Document file, String name) {
        List<Replacement> edits = new ArrayList<>();
        TextLines lines = null;
        for (Mention mention : Mentions.inFile(knowledge, file).all()) {
            if (mention.entity().equals(entity)) {
                lines = lines == null ? TextLines.of(file.text()) : lines;
                edits.add(replacement(file, lines.span(mention.place().range()), name));
            }
        }
        if (entity.kind() == CompletionKind.COMPONENT) {
            UpstreamName.kept(distro(), entity.name(), file).ifPresent(edits::add);
        }
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        boolean open = file.path().equals(document.path());
        return Optional.of(
                open
                        ? FileEdit.of(document, edits)
                        : new FileEdit(file.path(), OptionalInt.empty(), file.text(), edits));
    }

    private static Replacement replacement(Document file, Span span, String name) {
        String written = file.text().substring(span.start(), span.end());
        Span inside = TomlQuotes.inside(written, span);
        boolean bare = inside.equals(span) && file.path().endsWith(".toml");
        return new Replacement(inside, bare ? TomlQuotes.key(name) : name);
    }

    /** The lock of a component bears its name. */
    private List<FileRename> renames(String name) {
        Component component = entity.kind() == CompletionKind.COMPONENT
                ? distro().components().get(entity.name())
                : null;
        if (component == null) {
            return List.of();
        }
        String folder = distro().configuration().path("project").path("lockDir").asString("locks");
        String lock = distro().tree().relative(folder + "/" + entity.name() + ".lock");
        return distro().tree().exists(lock)
                ? List.of(new FileRename(lock, distro().tree().relative(folder + "/" + name + ".lock")))
                : List.of();
    }
}
