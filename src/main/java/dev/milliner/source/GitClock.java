package dev.milliner.source;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from writing where it is to read. To learn how fine the times of a file system are it puts files into the very
 * repository, and what it learnt into the user's configuration; so it is told what it takes itself where it may not write.
 */
public final class GitClock {
    private static final long COARSEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    static {
        SystemReader.setInstance(new Told(SystemReader.getInstance()));
    }

    private GitClock() {}

    /** Tells JGit; to be called before a repository is opened. Does nothing when it was called before. */
    public static void tell() {
        // The class was made, which is all.
    }

    /** The system as it is, but for what JGit would measure. */
    private static final class Told extends SystemReader.Delegate {
        Told(SystemReader real) {
            super(real);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new Measured(parent, super.openUserConfig(parent, fs), fs);
        }
    }

    /** The user's configuration of git, in which every file system has been measured. */
    private static final class Measured extends FileBasedConfig {
        Measured(Config parent, FileBasedConfig real, FS fs) {
            super(parent, real.getFile(), fs);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            if (section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
                boolean resolution = name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION);
                return resolution ? unit.convert(COARSEST_NANOS, TimeUnit.NANOSECONDS) : 0;
            }
            return super.getTimeUnit(section, subsection, name, otherwise, unit);
        }

        @Override
        public Long getTimeUnit(String section, String subsection, String name, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? Long.valueOf(getTimeUnit(section, subsection, name, 0, unit))
                    : super.getTimeUnit(section, subsection, name, unit);
        }
    }
}
