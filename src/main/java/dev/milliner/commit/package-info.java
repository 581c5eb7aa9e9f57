/** What goes into the next commit, and making it: files and hunks in git's index, messages, branches. By JGit, without the network. */
@NullMarked
package dev.milliner.commit;

import org.jspecify.annotations.NullMarked;
