package dev.milliner.solve.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exported functions of libsolv and libsolvext, called by name. What they take is as libsolv's headers say. */
final class Libsolv {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final List<String> LIBRARIES = List.of("libsolv.so.1", "libsolvext.so.1");
    private static final MemorySegment NULL = MemorySegment.NULL;
    private static final MethodType SHAPE = MethodType.methodType(Object.class, Object[].class);

    private final Arena arena = Arena.global();
    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> handles = new HashMap<>();

    /**
     * Loads the libraries.
     *
     * @throws IllegalArgumentException when one of them is not installed
     */
    Libsolv() {
        SymbolLookup all = LINKER.defaultLookup();
        for (String library : LIBRARIES) {
            SymbolLookup before = all;
            SymbolLookup next = SymbolLookup.libraryLookup(library, arena);
            all = name -> next.find(name).or(() -> before.find(name));
        }
        symbols = all;
    }

    /** The libraries' version, such as {@code 0.7.23}. */
    String version() {
        return text(symbols.findOrThrow("solv_version"));
    }

    /** Calls a function that gives nothing. Arguments are ints, longs, strings and addresses. */
    void call(String function, Object... arguments) {
        invoke(function, null, arguments);
    }

    /** Calls a function that gives an int or an Id. */
    int number(String function, Object... arguments) {
        return (int) invoke(function, JAVA_INT, arguments);
    }

    /** Calls a function that gives an unsigned long long. */
    long large(String function, Object... arguments) {
        return (long) invoke(function, JAVA_LONG, arguments);
    }

    /** Calls a function that gives a pointer. */
    MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) invoke(function, ADDRESS, arguments);
    }

    /** Calls a function that gives a string, and copies it; empty where it gives none. */
    String string(String function, Object... arguments) {
        return text(pointer(function, arguments));
    }

    /** A string of the library, copied; empty where there is none. */
    static String text(MemorySegment address) {
        return address.equals(NULL) ? "" : address.reinterpret(Long.MAX_VALUE).getString(0);
    }

    @SuppressWarnings("NullAway") // a void function gives null, and nobody uses it
    private Object invoke(String function, @Nullable MemoryLayout result, Object... arguments) {
        try (Arena call = Arena.ofConfined()) {
            Object[] converted = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                converted[i] = arguments[i] instanceof String text ? call.allocateFrom(text) : arguments[i];
            }
            return (Object) handle(function, result, converted).invokeExact(converted);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(function, failure);
        }
    }

    private MethodHandle handle(String function, @Nullable MemoryLayout result, Object[] arguments) {
        MethodHandle known = handles.get(function);
        if (known != null) {
            return known;
        }
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer _ -> JAVA_INT;
                case Long _ -> JAVA_LONG;
                case MemorySegment _ -> ADDRESS;
                default -> throw new IllegalArgumentException(function + " cannot take " + arguments[i]);
            };
        }
        FunctionDescriptor descriptor =
                result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
        // With one shape for all functions every call is exact, which is what makes a call cheap.
        MethodHandle made = LINKER.downcallHandle(symbols.findOrThrow(function), descriptor)
                .asSpreader(Object[].class, arguments.length)
                .asType(SHAPE);
        handles.put(function, made);
        return made;
    }
}
