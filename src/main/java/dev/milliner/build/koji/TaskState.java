package dev.milliner.build.koji;

import java.util.Locale;

/** What state a task is in, as Koji numbers and names them. */
public sealed interface TaskState {
    /** It waits or works. */
    enum Going implements TaskState {
        /** No builder has taken it. */
        FREE,
        /** It is on a builder, working. */
        OPEN,
        /** A builder was chosen. */
        ASSIGNED
    }

    /** Nothing comes of it any more. */
    enum Over implements TaskState {
        /** It did what it should. */
        CLOSED,
        /** Somebody stopped it. */
        CANCELED,
        /** It could not do what it should. */
        FAILED
    }

    /**
     * A state that no version of Koji known here has. It may end or not, so it is watched on.
     *
     * @param number the hub's number for it
     */
    record Unknown(int number) implements TaskState {
        @Override
        public String word() {
            return "unknown state " + number;
        }
    }

    /** The state's word, as Koji's client writes it. */
    default String word() {
        return toString().toLowerCase(Locale.ROOT);
    }

    /** The state that a hub's number means. */
    static TaskState of(int number) {
        return switch (number) {
            case 0 -> Going.FREE;
            case 1 -> Going.OPEN;
            case 2 -> Over.CLOSED;
            case 3 -> Over.CANCELED;
            case 4 -> Going.ASSIGNED;
            case 5 -> Over.FAILED;
            default -> new Unknown(number);
        };
    }
}
