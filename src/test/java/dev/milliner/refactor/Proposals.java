package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.FileEdit;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.WholeFile;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.refactor.RefactoringAnswer.Refusal;
import dev.milliner.source.SourceTree;
import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import dev.milliner.toml.TomlLexer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what is proposed against what was there: undo gives every byte back, comments stay. */
final class Proposals {
    private final DistroLoader loader;
    private final Distro distro;

    Proposals(SourceTree tree, DistroLoader loader) {
        this.loader = loader;
        this.distro = loader.load(tree);
    }

    Distro distro() {
        return distro;
    }

    /** The state of the distro once a proposal is made. */
    Proposals after(Proposal proposal) {
        return new Proposals(proposal.edit().over(distro.tree()), loader);
    }

    Proposal proposed(Refactoring refactoring) {
        RefactoringAnswer answer = new Refactor(distro, loader).answer(refactoring);
        assertThat(answer).as(refactoring.toString()).isInstanceOf(Proposal.class);
        Proposal proposal = (Proposal) answer;
        undoGivesEveryByteBack(proposal.edit());
        return proposal;
    }

    String refused(Refactoring refactoring) {
        RefactoringAnswer answer = new Refactor(distro, loader).answer(refactoring);
        assertThat(answer).as(refactoring.toString()).isInstanceOf(Refusal.class);
        return ((Refusal) answer).reason();
    }

    /** One that only moves text: no comment is lost, and nothing resolves differently. */
    Proposal moving(Refactoring refactoring) {
        Proposal proposal = proposed(refactoring);
        assertThat(proposal.differences()).as(refactoring.toString()).isEmpty();
        assertThat(comments(after(proposal.edit())))
                .as("comments after " + refactoring)
                .isEqualTo(comments(before(proposal.edit())));
        return proposal;
    }

    private void undoGivesEveryByteBack(WorkspaceEdit edit) {
        WorkspaceEdit back = edit.inverse();
        Map<String, String> texts = new TreeMap<>();
        back.files().forEach(file -> texts.put(file.path(), file.after()));
        back.created().forEach(file -> texts.put(file.path(), file.text()));
        edit.files().forEach(file -> assertThat(texts.get(pathBack(file, edit))).isEqualTo(onDisk(file.path())));
        edit.deleted().forEach(file -> assertThat(texts.get(file.path())).isEqualTo(onDisk(file.path())));
        assertThat(back.deleted()).isEqualTo(edit.created());
        edit.created()
                .forEach(file -> assertThat(distro.tree().exists(file.path())).isFalse());
    }

    /** Undo first gives files their names back, so its edits are for the name that a file has then. */
    private static String pathBack(FileEdit file, WorkspaceEdit edit) {
        return edit.renames().stream()
                .filter(rename -> rename.from().equals(file.path()))
                .map(WorkspaceEdit.FileRename::to)
                .findFirst()
                .orElse(file.path());
    }

    private String onDisk(String path) {
        return distro.tree().read(path).orElseThrow();
    }

    static List<String> before(WorkspaceEdit edit) {
        List<String> texts = new ArrayList<>();
        edit.files().forEach(file -> texts.add(file.before()));
        edit.deleted().forEach(file -> texts.add(file.text()));
        return texts;
    }

    static List<String> after(WorkspaceEdit edit) {
        List<String> texts = new ArrayList<>();
        edit.files().forEach(file -> texts.add(file.after()));
        edit.created().stream().map(WholeFile::text).forEach(texts::add);
        return texts;
    }

    /** How often each comment stands in texts. */
    static Map<String, Integer> comments(List<String> texts) {
        Map<String, Integer> found = new HashMap<>();
        for (String text : texts) {
            int state = LineLexer.START;
            for (String line : text.split("\n", -1)) {
                state = new TomlLexer().lex(line, state, (start, end, kind) -> {
                    if (kind == TokenKind.COMMENT) {
                        found.merge(line.substring(start, end).strip(), 1, Integer::sum);
                    }
                });
            }
        }
        return found;
    }
}
