package dev.milliner.ground;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of a file's extended attributes, those too that Java does not know: access control lists, labels. */
public final class ExtendedAttributes {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle LIST = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("listxattr"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final long LARGEST = 65_536;

    private ExtendedAttributes() {}

    /** All names, such as {@code user.origin} or {@code system.posix_acl_access}; none where the file system has none. */
    public static List<String> of(Path file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment names = arena.allocate(LARGEST);
            long size = (long) LIST.invokeExact(arena.allocateFrom(file.toString()), names, LARGEST);
            if (size <= 0) {
                return List.of();
            }
            byte[] bytes = names.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
            return Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\0"))
                    .toList();
        } catch (Throwable broken) {
            throw new IllegalStateException("The attributes of " + file + " cannot be listed.", broken);
        }
    }
}
