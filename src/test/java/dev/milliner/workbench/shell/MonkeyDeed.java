package dev.milliner.workbench.shell;

import java.util.Random;

/** What a monkey does, each about so often in a hundred. */
enum MonkeyDeed {
    COMMAND(14),
    TYPE(16),
    EDIT(10),
    KEY(8),
    OPEN(6),
    CLICK(24),
    FIELD(5),
    ESCAPE(4),
    RESIZE(2),
    LOOK(1),
    OUTSIDE(4),
    GIT(1),
    RESTORE(1),
    SETTLE(2),
    AGAIN(1),
    RESTART(1);

    private final int weight;

    MonkeyDeed(int weight) {
        this.weight = weight;
    }

    /** The deed of a number that is drawn. */
    static MonkeyDeed drawn(Random random) {
        int all = 0;
        for (MonkeyDeed deed : values()) {
            all += deed.weight;
        }
        int number = random.nextInt(all);
        for (MonkeyDeed deed : values()) {
            number -= deed.weight;
            if (number < 0) {
                return deed;
            }
        }
        return SETTLE;
    }
}
