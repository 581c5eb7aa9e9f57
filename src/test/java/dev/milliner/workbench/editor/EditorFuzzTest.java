package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Types, pastes, moves, undoes at random on real files, and holds what the editor has then against what is made from scratch.
 * {@code -Dmilliner.steps=100000} does more of it, {@code -Dmilliner.seed=N} begins with another seed.
 */
@ExtendWith(ApplicationExtension.class)
class EditorFuzzTest {
    private static final int STEPS = Integer.getInteger("milliner.steps", 1_750);
    private static final long SEED = Long.getLong("milliner.seed", 1);
    /** So many steps each editor lives, after which all is undone. */
    private static final int ROUND = 250;

    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void whatTheEditorHoldsIsWhatAFreshOneWould(FxRobot robot) throws IOException {
        List<OpenFile> files = files();
        int rounds = Math.max(1, STEPS / ROUND);
        for (int round = 0; round < rounds; round++) {
            OpenFile file = files.get(round % files.size());
            OpenFile fresh = new OpenFile(file.path(), file.location(), file.saved());
            BufferJournal journal = BufferJournal.start(folder.resolve("journals"));
            new FuzzRound(stage, robot, fresh, SEED + round, folder, journal).run(ROUND);
        }
        assertThat(rounds).isPositive();
    }

    private List<OpenFile> files() throws IOException {
        Path bowler = Path.of("sample-distros/bowler");
        List<OpenFile> files = new ArrayList<>();
        for (String name : List.of(
                "comps/greet/overlays/0001-branding.overlay.toml",
                "comps/filesystem/filesystem.spec",
                "images/root/bowler-root.kiwi",
                "images/images.toml")) {
            files.add(new OpenFile(name, bowler.resolve(name), Files.readString(bowler.resolve(name))));
        }
        OpenFile last = files.getLast();
        files.add(new OpenFile("crlf.toml", last.location(), last.saved().replace("\n", "\r\n")));
        try {
            addLarge(files);
        } catch (TestAbortedException absent) {
            // The files of the sample are enough to begin with.
        }
        return files;
    }

    private void addLarge(List<OpenFile> files) throws IOException {
        Path real = folder.resolve("real");
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", "base/comps/components.toml", real);
        SharedMaterial.unpack("azurelinux/azurelinux-specs.tar.xz", "specs/3/389-ds-base/389-ds-base.spec", real);
        for (String name : List.of("base/comps/components.toml", "specs/3/389-ds-base/389-ds-base.spec")) {
            files.add(new OpenFile(name, real.resolve(name), Files.readString(real.resolve(name))));
        }
    }
}
