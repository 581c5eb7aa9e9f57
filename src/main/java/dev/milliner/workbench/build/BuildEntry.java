package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.run.BuildRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A row of the list of builds. */
sealed interface BuildEntry {
    /** The name of what is built. */
    String target();

    /** The build's name, also its folder's; empty before it has one. */
    default Optional<String> id() {
        return switch (this) {
            case Waiting one -> Optional.empty();
            case OtherLog one -> Optional.empty();
            case Live one -> one.session().id();
            case OnFarm one -> one.session().id();
            case Past one -> Optional.of(one.record().id());
        };
    }

    /** What stands for a build in a list once it is no longer watched, or is again. */
    default Optional<BuildEntry> sameIn(List<BuildEntry> entries) {
        return entries.stream()
                .filter(one -> id().isPresent() && one.id().equals(id()))
                .findFirst();
    }

    /** A log that was opened here, of a build that is none of these. */
    record OtherLog(Path file) implements BuildEntry {
        @Override
        public String target() {
            return String.valueOf(file.getFileName());
        }
    }

    /** One that waits for its turn. */
    record Waiting(BuildRequest request) implements BuildEntry {
        @Override
        public String target() {
            return request.name();
        }
    }

    /** One that was started by this workbench. */
    record Live(BuildSession session) implements BuildEntry {
        @Override
        public String target() {
            return session.target();
        }
    }

    /** One on a farm that is being watched here. */
    record OnFarm(FarmSession session) implements BuildEntry {
        @Override
        public String target() {
            return session.target();
        }
    }

    /** One of the past, or of another program. */
    record Past(BuildRecord record) implements BuildEntry {
        @Override
        public String target() {
            return record.target();
        }
    }
}
