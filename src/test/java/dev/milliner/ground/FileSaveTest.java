package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.workbench.files.FileText;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving changes a file's text and nothing else about it. */
class FileSaveTest {
    @TempDir
    Path folder;

    private Path tree;
    private FileSave saving;

    @BeforeEach
    void prepare() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        saving = FileSave.of(folder.resolve("state"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void writesThroughALinkAndKeepsTheMode() throws IOException {
        Path file = Files.writeString(tree.resolve("real.toml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-----"));
        Path link = Files.createSymbolicLink(tree.resolve("link.toml"), file);
        saving.write(link, "näw 🎩");
        assertThat(file).hasContent("näw 🎩");
        assertThat(link).isSymbolicLink();
        assertThat(mode(file)).isEqualTo("rwxr-----");
    }

    @Test
    void keepsSetUserAndStickyBits() throws IOException {
        Path file = Files.writeString(tree.resolve("a"), "old");
        Files.setAttribute(file, "unix:mode", 0105755);
        saving.write(file, "new");
        assertThat((Integer) Files.getAttribute(file, "unix:mode") & 07777).isEqualTo(05755);
    }

    @Test
    void aNewFileHasTheModeOfTheMask() throws IOException {
        Path plain = Files.createFile(tree.resolve("plain"));
        saving.write(tree.resolve("new.toml"), "a = 1\n");
        assertThat(mode(tree.resolve("new.toml"))).isEqualTo(mode(plain));
    }

    @Test
    void hardLinksStayLinked() throws IOException {
        Path file = Files.writeString(tree.resolve("a.toml"), "old and longer than what comes");
        Path other = Files.createLink(tree.resolve("b.toml"), file);
        saving.write(file, "new");
        assertThat(other).hasContent("new");
        assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(2);
        assertThat(folder.resolve("state/saving")).isEmptyDirectory();
        assertThat(mode(folder.resolve("state/saving"))).isEqualTo("rwx------");
    }

    @Test
    void extendedAttributesStay() throws IOException {
        Path file = Files.writeString(tree.resolve("a.toml"), "old");
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            view.write("note", ByteBuffer.wrap("felt".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unsupported) {
            assumeTrue(false, "This file system knows no extended attributes.");
        }
        saving.write(file, "new");
        ByteBuffer value = ByteBuffer.allocate(16);
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).read("note", value);
        assertThat(StandardCharsets.UTF_8.decode(value.flip()).toString()).isEqualTo("felt");
    }

    @Test
    void anothersFileStaysTheirs() throws IOException {
        assumeTrue(
                (Integer) Files.getAttribute(tree, "unix:uid") == 0,
                "Only root can make a file of another's for this test.");
        Path file = Files.writeString(tree.resolve("a.toml"), "old");
        Files.setAttribute(file, "unix:uid", 4321);
        saving.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(4321);
    }

    @Test
    void aReadOnlyFileIsKnown() throws IOException {
        Path file = Files.writeString(tree.resolve("a.toml"), "old");
        assertThat(FileSave.isReadOnly(file)).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(FileSave.isReadOnly(file)).isTrue();
        saving.write(file, "new");
        assertThat(mode(file)).isEqualTo("r--r--r--");
    }

    @Test
    void theLongestNameCanBeSaved() throws IOException {
        Path file = tree.resolve("n".repeat(250) + ".toml");
        saving.write(file, "a = 1\n");
        saving.write(file, "a = 2\n");
        assertThat(file).hasContent("a = 2");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        saving.write(tree.resolve("a.toml"), "a = 1\n");
        try (Stream<Path> files = Files.list(tree)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.toml");
        }
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThatThrownBy(() -> FileText.of(new byte[] {'a', (byte) 0xff, (byte) 0xfe}))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aTextThatIsNoUnicodeIsNotWrittenAndTheFileStays() throws IOException {
        Path file = Files.writeString(tree.resolve("a.toml"), "old");
        Files.createLink(tree.resolve("b.toml"), file);
        for (String linked : new String[] {"a.toml", "c.toml"}) {
            Files.writeString(tree.resolve(linked), "old");
            assertThatThrownBy(() -> saving.write(tree.resolve(linked), "half a pair: \ud83c"))
                    .isInstanceOf(IOException.class);
            assertThat(tree.resolve(linked)).hasContent("old");
        }
        assertThat(folder.resolve("state/saving")).isEmptyDirectory();
    }

    /** Read and written by the owner, read by user 12345 besides. */
    private static boolean grant(Path file) throws Throwable {
        ByteBuffer list = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
        for (int[] entry : new int[][] {{1, 6, -1}, {2, 4, 12_345}, {4, 4, -1}, {16, 4, -1}, {32, 4, -1}}) {
            list.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle set = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setxattr"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            return 0
                    == (int) set.invokeExact(
                            arena.allocateFrom(file.toString()),
                            arena.allocateFrom("system.posix_acl_access"),
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, list.array()),
                            44L,
                            0);
        }
    }

    @Test
    void anAccessControlListStays() throws Throwable {
        Path file = Files.writeString(folder.resolve("shared.toml"), "a = 1\n");
        assumeTrue(grant(file), "This file system has no access control lists.");
        FileSave.of(folder.resolve("state")).write(file, "a = 2\n");
        assertThat(file).hasContent("a = 2");
        assertThat(ExtendedAttributes.of(file)).contains("system.posix_acl_access");
    }
}
