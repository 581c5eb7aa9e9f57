package dev.milliner.workbench.commit;

import dev.milliner.commit.WorkRepository;
import java.io.IOException;

/** Something that is done to the repository. */
interface RepositoryDeed {
    /** Does it; what is to be said of it, empty where that shows. */
    String run(WorkRepository repository) throws IOException;
}
