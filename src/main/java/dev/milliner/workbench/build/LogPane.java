package dev.milliner.workbench.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The part of a log that is on the screen. It has as many rows as fit and fills them anew where the log grows or is
 * scrolled; a list view does more for each change than a fast build leaves time for.
 */
public final class LogPane extends Region {
    private static final double ROW = 19;
    private static final double NARROWEST = 44;
    private static final double SIDEWAYS = 40;

    private final ScrollBar bar = new ScrollBar();
    private final Rectangle visiblePart = new Rectangle();
    private final Page page = new Page();
    private final List<LogLineNode> lines = new ArrayList<>();
    private @Nullable LogRows rows;
    private LogSelection selection = LogSelection.NONE;
    private IntPredicate found = line -> false;
    private IntConsumer folded = line -> {};
    private Runnable moved = () -> {};
    private boolean times;
    private double shifted;
    private double gutter = NARROWEST;

    /**
     * What holds the rows. Not managed, so that laying it out anew, as for each piece of a growing log, does not have
     * the whole window laid out.
     */
    private final class Page extends Region {
        Page() {
            setManaged(false);
            getChildren().add(bar);
        }

        /** The bar stays in front. */
        void add(LogLineNode line) {
            getChildren().add(getChildren().size() - 1, line);
        }

        @Override
        protected void layoutChildren() {
            fill();
        }
    }

    /** Makes an empty one. */
    public LogPane() {
        getStyleClass().add("log-list");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setClip(visiblePart);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.valueProperty().subscribe(value -> page.requestLayout());
        bar.addEventHandler(MouseEvent.ANY, event -> moved.run());
        getChildren().add(page);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> reach(rowAt(event.getY())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Says what it asks and tells.
     *
     * @param found whether a line is one that a search found
     * @param folded hears of the stage, by a line of it, that is to be folded or unfolded
     * @param moved told when the reader has scrolled
     */
    void connect(IntPredicate found, IntConsumer folded, Runnable moved) {
        this.found = found;
        this.folded = folded;
        this.moved = moved;
    }

    /** Shows a log from its beginning, or none. */
    void setRows(@Nullable LogRows now) {
        rows = now;
        selection = LogSelection.NONE;
        shifted = 0;
        gutter = NARROWEST;
        bar.setValue(0);
        page.requestLayout();
    }

    /** Fills the rows anew. */
    void refresh() {
        page.requestLayout();
    }

    void setTimes(boolean shown) {
        times = shown;
        page.requestLayout();
    }

    int size() {
        return rows == null ? 0 : rows.size();
    }

    /** The rows that are selected. */
    LogSelection selection() {
        return selection;
    }

    void select(int row) {
        selection = LogSelection.of(row);
        page.requestLayout();
    }

    /** Scrolls so that a row is the first on the screen, as far as there are rows to fill it. */
    void scrollTo(int row) {
        measure();
        bar.setValue(Math.clamp(row, 0, bar.getMax()));
        page.requestLayout();
    }

    void scrollToEnd() {
        scrollTo(size());
    }

    boolean isAtEnd() {
        return bar.getValue() >= bar.getMax() - 0.5;
    }

    private double rowsThatFit() {
        return getHeight() / ROW;
    }

    private void measure() {
        double beyond = Math.max(0, size() - rowsThatFit());
        bar.setMax(beyond);
        bar.setVisibleAmount(size() == 0 ? 0 : beyond * rowsThatFit() / size());
        bar.setBlockIncrement(Math.max(1, rowsThatFit() - 1));
        bar.setVisible(beyond > 0);
        if (bar.getValue() > beyond) {
            bar.setValue(beyond);
        }
    }

    @Override
    protected void layoutChildren() {
        visiblePart.setWidth(getWidth());
        visiblePart.setHeight(getHeight());
        page.resizeRelocate(0, 0, getWidth(), getHeight());
        page.requestLayout();
    }

    private void fill() {
        double thickness = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - thickness, 0, thickness, getHeight());
        measure();
        int needed = (int) Math.ceil(rowsThatFit()) + 1;
        while (lines.size() < needed) {
            LogLineNode made = new LogLineNode();
            lines.add(made);
            page.add(made);
            made.applyCss();
        }
        // A row keeps its node while it is scrolled, so that only rows that appear are filled.
        int first = (int) bar.getValue();
        for (int row = first; row < first + lines.size(); row++) {
            place(lines.get(row % lines.size()), row);
        }
        lines.forEach(line -> gutter = Math.max(gutter, line.numberWidth()));
        lines.forEach(line -> line.arrange(gutter, times, shifted));
    }

    private void place(LogLineNode line, int row) {
        line.setVisible(row < size());
        if (rows == null || row >= size()) {
            return;
        }
        LogRow content = rows.get(row);
        line.show(content);
        line.mark(selection.contains(row), !(content instanceof LogRow.Head) && found.test(content.number()));
        line.resizeRelocate(0, snapPositionY((row - bar.getValue()) * ROW), getWidth(), ROW);
    }

    private int rowAt(double y) {
        return (int) Math.floor(bar.getValue() + y / ROW);
    }

    private void press(MouseEvent event) {
        requestFocus();
        int row = rowAt(event.getY());
        if (rows == null || row >= size() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (rows.get(row) instanceof LogRow.Head head) {
            folded.accept(head.number());
            return;
        }
        selection = event.isShiftDown() ? selection.to(row) : LogSelection.of(row);
        page.requestLayout();
    }

    /** Has the selection reach to a row, and the row on the screen. */
    private void reach(int row) {
        if (size() == 0 || selection.isEmpty()) {
            return;
        }
        int lead = Math.clamp(row, 0, size() - 1);
        selection = selection.to(lead);
        showRow(lead);
    }

    private void showRow(int row) {
        if (row < bar.getValue()) {
            bar.setValue(row);
            moved.run();
        } else if (row + 1 > bar.getValue() + rowsThatFit()) {
            bar.setValue(Math.min(bar.getMax(), row + 1 - rowsThatFit()));
            moved.run();
        }
        page.requestLayout();
    }

    private void scroll(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            shift(-(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()), event);
        } else {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY() / ROW, 0, bar.getMax()));
            moved.run();
        }
        page.requestLayout();
        event.consume();
    }

    private void shift(double by, Event event) {
        double widest = lines.stream()
                .filter(LogLineNode::isVisible)
                .mapToDouble(LogLineNode::textWidth)
                .max()
                .orElse(0);
        shifted = Math.clamp(shifted + by, 0, Math.max(0, widest - getWidth() / 2));
        page.requestLayout();
        event.consume();
    }

    private void key(KeyEvent event) {
        int lead = selection.lead();
        int page = Math.max(1, (int) rowsThatFit() - 1);
        switch (event.getCode()) {
            case UP -> go(lead - 1, event);
            case DOWN -> go(lead + 1, event);
            case PAGE_UP -> go((lead < 0 ? (int) bar.getValue() : lead) - page, event);
            case PAGE_DOWN -> go((lead < 0 ? (int) bar.getValue() : lead) + page, event);
            case HOME -> go(0, event);
            case END -> go(size() - 1, event);
            case LEFT -> shift(-SIDEWAYS, event);
            case RIGHT -> shift(SIDEWAYS, event);
            case ENTER, SPACE -> fold(event);
            case A -> all(event);
            default -> {
                // Not for a log.
            }
        }
    }

    /** Folds the stage that is headed here, or unfolds it. */
    private void fold(KeyEvent event) {
        int lead = selection.lead();
        if (rows != null && lead >= 0 && lead < size() && rows.get(lead) instanceof LogRow.Head head) {
            folded.accept(head.number());
            event.consume();
        }
    }

    private void go(int row, KeyEvent event) {
        if (size() > 0) {
            int wanted = Math.clamp(row, 0, size() - 1);
            selection = event.isShiftDown() ? selection.to(wanted) : LogSelection.of(wanted);
            showRow(wanted);
            event.consume();
        }
    }

    private void all(KeyEvent event) {
        if (event.isShortcutDown() && size() > 0) {
            selection = new LogSelection(0, size() - 1);
            page.requestLayout();
            event.consume();
        }
    }
}
