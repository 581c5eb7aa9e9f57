package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;
import dev.milliner.text.TrackedRanges.Tracked;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.KeptText;
import dev.milliner.workbench.files.LeftTexts;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.files.TextMirror;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import javafx.stage.Stage;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.testfx.api.FxRobot;

/** An editor that something is done to at random, and compared with what is made from scratch. */
final class FuzzRound {
    private static final Path ROOT = Path.of("/distro");
    private static final int BETWEEN_CHECKS = 10;
    /** So often in one go, as each wait for the screen takes longer than all that is done in it. */
    private static final int AT_ONCE = 5;

    private static final int MARKS = 12;
    private static final int REMEMBERED = 15;

    private final EditorCase screen;
    private final FxRobot robot;
    private final OpenFile file;
    private final long seed;
    private final Path folder;
    private final BufferJournal journal;
    private final Random random;
    private final NaiveRanges ranges = new NaiveRanges();
    private final Deque<String> done = new ArrayDeque<>();
    private final CodeEditor editor;
    private final EditorArea area;
    private final RandomPerson person;

    FuzzRound(Stage stage, FxRobot robot, OpenFile file, long seed, Path folder, BufferJournal journal) {
        this.robot = robot;
        this.file = file;
        this.seed = seed;
        this.folder = folder;
        this.journal = journal;
        random = new Random(seed);
        screen = new EditorCase(stage);
        screen.open(file);
        editor = screen.editor();
        area = screen.area();
        person = new RandomPerson(editor, random);
        robot.interact(() -> area.plainTextChanges().subscribe(ranges::follow));
    }

    void run(int steps) throws IOException {
        journal.keep(new KeptText(ROOT.toString(), file.path(), file.saved(), file.saved(), 1));
        for (int step = 0; step < steps; step += AT_ONCE * BETWEEN_CHECKS) {
            onScreen(() -> {
                for (int i = 0; i < AT_ONCE; i++) {
                    actAndCheck();
                }
            });
        }
        onScreen(this::undoAll);
        robot.interact(screen::close);
        compareJournal();
    }

    private void actAndCheck() {
        if (random.nextInt(4) == 0) {
            mark();
        }
        for (int i = 0; i < BETWEEN_CHECKS; i++) {
            remember(person.act());
        }
        check();
    }

    private void onScreen(Runnable work) {
        robot.interact(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                throw new AssertionError(
                        "It failed in " + where() + ", " + area.carets().all(), failure);
            }
        });
    }

    private void remember(String what) {
        done.addLast(what.replace("\n", "\\n"));
        if (done.size() > REMEMBERED) {
            done.removeFirst();
        }
    }

    private String where() {
        return file.path() + ", seed " + seed + ", after " + done;
    }

    private void mark() {
        List<NaiveRanges.Stretch> stretches = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < MARKS; i++) {
            int start = random.nextInt(area.getLength() + 1);
            int end = Math.min(area.getLength(), start + random.nextInt(40));
            stretches.add(new NaiveRanges.Stretch(start, end, i));
            marks.add(new Mark(range(start, end), Severity.WARNING, Integer.toString(i)));
        }
        // What is said already is not said anew, and edits before it can still be taken back.
        editor.setMarks(marks);
        ranges.set(stretches);
    }

    private TextRange range(int start, int end) {
        Position from = area.offsetToPosition(start, Bias.Forward);
        Position to = area.offsetToPosition(end, Bias.Forward);
        return new TextRange(from.getMajor() + 1, from.getMinor() + 1, to.getMajor() + 1, to.getMinor() + 1);
    }

    private void check() {
        compareText();
        compareCarets();
        compareMarks();
        LineStates states = freshStates();
        area.getScene().getRoot().applyCss();
        area.getScene().getRoot().layout();
        new DrawnLines(area, editor.language(), states).compare(where());
    }

    private void compareText() {
        String text = area.getText();
        assertThat(file.mirror().shownText()).as(where()).isEqualTo(text);
        TextMirror.Taken taken = file.mirror().take();
        assertThat(new TextMirror(taken.text()).shownText()).as(where()).isEqualTo(text);
        try {
            if (journal.add(ROOT, file.path(), taken.edits()) > 4 << 20) {
                journal.keep(new KeptText(ROOT.toString(), file.path(), file.saved(), taken.text(), 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compareCarets() {
        List<Caret> all = area.carets().all();
        boolean right = all.contains(area.carets().main());
        int last = 0;
        for (Caret caret : all) {
            right &= last <= caret.start() && caret.end() <= area.getLength();
            last = caret.end();
        }
        assertThat(right).as("%s: %s", where(), all).isTrue();
    }

    private void compareMarks() {
        List<String> wanted = ranges.all().stream()
                .map(range -> range.number() + " " + range(range.start(), range.end()))
                .toList();
        List<String> tracked =
                editor.marks().all().stream().map(FuzzRound::words).toList();
        assertThat(tracked).as(where()).isEqualTo(wanted);
    }

    private static String words(Tracked<Mark> mark) {
        return mark.what().message() + " " + mark.range();
    }

    private LineStates freshStates() {
        LineStates fresh = new LineStates(editor.language().lexer());
        int lines = area.getParagraphs().size();
        fresh.reset(lines, area::text);
        for (int i = 0; i < lines; i++) {
            if (editor.highlighter().stateBefore(i) != fresh.before(i)) {
                throw new AssertionError("The state before line " + i + " is another, " + where());
            }
        }
        return fresh;
    }

    private void undoAll() {
        while (area.isUndoAvailable()) {
            area.undo();
        }
        assertThat(file.mirror().fileText()).as(where()).isEqualTo(file.saved());
        assertThat(editor.dirtyProperty().get()).as(where()).isFalse();
        check();
        while (area.isRedoAvailable()) {
            area.redo();
        }
        remember("redoes all that was undone");
        check();
    }

    private void compareJournal() throws IOException {
        journal.close();
        try (BufferJournal next = BufferJournal.start(folder.resolve("journals"))) {
            LeftTexts.Found found =
                    LeftTexts.takeOver(next, folder.resolve("journals"), ROOT, SetAside.of(folder.resolve("aside")));
            assertThat(found.told()).isEmpty();
            assertThat(found.texts()).hasSize(1);
            assertThat(found.texts().getFirst().kept().text())
                    .as(where())
                    .isEqualTo(file.mirror().fileText());
            found.texts().getFirst().forget();
        }
    }
}
