package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.EditWriter;
import dev.milliner.refactor.Refactor;
import dev.milliner.refactor.Refactoring;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.UnifiedDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all refactorings take, and how they are run. */
final class RefactorOptions {
    @Option(names = "--dry-run", description = "Print what would change as a diff, and write nothing.")
    private boolean dryRun;

    @Mixin
    private final TreeOptions tree = new TreeOptions();

    /**
     * Works a refactoring out, and writes or prints it.
     *
     * @return the exit status
     */
    int run(CommandSpec spec, Refactoring refactoring) {
        if (tree.isOfCommit() && !dryRun) {
            throw new ParameterException(spec.commandLine(), "A commit is not written into. Say --dry-run with --at.");
        }
        Distro distro = tree.load();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        switch (new Refactor(distro, tree.loader()).answer(refactoring)) {
            case RefactoringAnswer.Refusal refusal -> throw new InputException(refusal.reason());
            case RefactoringAnswer.Proposal proposal -> {
                if (!dryRun) {
                    write(distro, proposal.edit());
                }
                if (tree.json()) {
                    out.println(JsonText.of(json(proposal)));
                } else if (dryRun) {
                    out.print(UnifiedDiff.of(proposal.edit()));
                } else {
                    files(proposal.edit(), out);
                }
                proposal.remarks().forEach(remark -> err.println("milliner: " + remark));
            }
        }
        return CommandLineEntry.DONE;
    }

    /** A file of the tree that was named, relative to its root. */
    String file(String named) {
        return tree.file(named);
    }

    /** The same where one was named. */
    Optional<String> file(Optional<String> named) {
        return named.map(tree::file);
    }

    static void write(Distro distro, WorkspaceEdit edit) {
        try {
            new EditWriter(distro.tree().root(), FileSave.of(UserFolder.STATE.ours())).write(edit);
        } catch (IOException failure) {
            throw new UnavailableException(FileTrouble.words(failure) + ".");
        }
    }

    static void files(WorkspaceEdit edit, PrintWriter out) {
        edit.files().forEach(file -> out.println("changed  " + TerminalOutput.oneLine(file.path())));
        edit.renames()
                .forEach(rename -> out.println("renamed  " + TerminalOutput.oneLine(rename.from()) + " to "
                        + TerminalOutput.oneLine(rename.to())));
        edit.created().forEach(file -> out.println("created  " + TerminalOutput.oneLine(file.path())));
        edit.deleted().forEach(file -> out.println("deleted  " + TerminalOutput.oneLine(file.path())));
    }

    private ObjectNode json(RefactoringAnswer.Proposal proposal) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", proposal.title());
        node.put("written", !dryRun);
        ArrayNode files = node.putArray("files");
        proposal.edit().files().forEach(file -> file(files, file.path(), "changed"));
        proposal.edit().renames().forEach(rename -> file(files, rename.from(), "renamed")
                .put("to", rename.to()));
        proposal.edit().created().forEach(file -> file(files, file.path(), "created"));
        proposal.edit().deleted().forEach(file -> file(files, file.path(), "deleted"));
        ArrayNode differences = node.putArray("differences");
        for (Difference difference : proposal.differences()) {
            differences
                    .addObject()
                    .put("table", difference.table())
                    .put("name", difference.name())
                    .put("change", difference.how().name().toLowerCase(Locale.ROOT));
        }
        proposal.remarks().forEach(node.putArray("remarks")::add);
        return node.put("diff", UnifiedDiff.of(proposal.edit()));
    }

    private static ObjectNode file(ArrayNode files, String path, String change) {
        return files.addObject().put("file", path).put("change", change);
    }
}
