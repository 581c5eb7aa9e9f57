package dev.milliner.serve;

import dev.milliner.serve.lsp.LanguageServerProcess;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Starts what serves other programs over the standard streams of this process. */
public final class ServeEntry {
    private ServeEntry() {}

    /**
     * Serves an editor until it leaves.
     *
     * @return the exit status
     */
    public static int languageServer() throws InterruptedException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // What anything else prints would break the protocol.
        System.setOut(System.err);
        return LanguageServerProcess.serve(in, out);
    }
}
