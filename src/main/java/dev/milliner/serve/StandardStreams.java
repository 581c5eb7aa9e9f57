package dev.milliner.serve;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** The standard streams of this process, kept for a protocol: anything else that is printed goes to standard error. */
record StandardStreams(InputStream in, OutputStream out) {
    /** Takes the streams. */
    static StandardStreams taken() {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        return new StandardStreams(in, out);
    }
}
