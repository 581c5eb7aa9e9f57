package dev.milliner.solve.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Frames of JSON on a pair of pipes: four bytes of length, the most significant first, then as many bytes. */
public final class Frames implements AutoCloseable {
    /** The largest frame, in bytes; more than this is no answer but a broken pipe. */
    private static final int LARGEST = 256 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DataInputStream in;
    private final DataOutputStream out;

    /** On two streams, which it closes. */
    public Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * On this process's own standard streams. What anything prints afterwards, native code too, goes to standard error
     * and cannot get between the frames.
     */
    static Frames ofProcess() throws IOException {
        int kept = descriptor("dup", 1);
        descriptor("dup2", 2, 1);
        System.setOut(System.err);
        return new Frames(System.in, new FileOutputStream("/proc/self/fd/" + kept));
    }

    private static int descriptor(String function, int... arguments) {
        ValueLayout[] layouts = new ValueLayout[arguments.length];
        java.util.Arrays.fill(layouts, ValueLayout.JAVA_INT);
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            Object[] boxed = java.util.Arrays.stream(arguments).boxed().toArray();
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow(function),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts))
                    .invokeWithArguments(boxed);
        } catch (Throwable failure) {
            throw new IllegalStateException(function, failure);
        }
    }

    /** The next frame; null where the other side has closed its pipe between two frames. */
    public byte @Nullable [] read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("A frame cannot have " + length + " bytes.");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new EOFException("The pipe ends within a frame.");
        }
        return frame;
    }

    /** Sends a frame. */
    public void write(byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /** A value as a frame's bytes. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** A frame's bytes as a value. */
    public static <T> T value(byte[] frame, Class<T> type) {
        return MAPPER.readValue(frame, type);
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
    }
}
