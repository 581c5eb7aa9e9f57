import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Java works nothing out ahead of time for classes in the format of before Java 6, which have no stack map frames. This packs archives
 * that hold such classes anew, with frames; what the classes do stays as it is.
 *
 * <p>usage: java NewerClasses.java FOLDER CLASS-PATH. Archives that were packed anew are put into the folder, under their names. Prints the
 * class path with these.
 */
final class NewerClasses {
    private static final String NOTE = "META-INF/frames-added.txt";
    private static final String SAID =
            "Milliner's build gave the classes of before Java 6 in this archive the stack map frames of Java 8's format. Nothing else was changed.\n";

    private final ClassFile format;

    private NewerClasses(List<Path> classPath) throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (Path archive : classPath) {
            places.add(archive.toUri().toURL());
        }
        URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new));
        format = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> classPath = new ArrayList<>();
        for (String archive : arguments[1].split(File.pathSeparator)) {
            classPath.add(Path.of(archive));
        }
        NewerClasses newer = new NewerClasses(classPath);
        List<String> packed = new ArrayList<>();
        for (Path archive : classPath) {
            packed.add(newer.packed(archive, folder).toString());
        }
        System.out.print(String.join(File.pathSeparator, packed));
    }

    private Path packed(Path archive, Path folder) throws IOException {
        Path made = folder.resolve(archive.getFileName());
        Path unfinished = folder.resolve(archive.getFileName() + ".new");
        try (ZipFile old = new ZipFile(archive.toFile())) {
            if (!holdsOld(old)) {
                return archive;
            }
            try (OutputStream file = Files.newOutputStream(unfinished);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                pack(old, out);
            }
        }
        Files.move(unfinished, made, StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    private static boolean holdsOld(ZipFile archive) throws IOException {
        for (ZipEntry entry : entries(archive)) {
            if (isClass(entry) && isOld(head(archive, entry))) {
                return true;
            }
        }
        return false;
    }

    private void pack(ZipFile old, ZipOutputStream out) throws IOException {
        List<ZipEntry> entries = entries(old);
        for (ZipEntry entry : entries) {
            byte[] content;
            try (InputStream in = old.getInputStream(entry)) {
                content = in.readAllBytes();
            }
            put(out, entry.getName(), entry, isClass(entry) && isOld(content) ? framed(content) : content);
        }
        put(out, NOTE, entries.getFirst(), SAID.getBytes(StandardCharsets.UTF_8));
    }

    /** The date is the archive's own, so that the same bytes come out each time. */
    private static void put(ZipOutputStream out, String name, ZipEntry dated, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(dated.getTimeLocal());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** A class that names others which are nowhere stays as it is. */
    private byte[] framed(byte[] content) {
        try {
            ClassModel model = format.parse(content);
            return format.transformClass(
                    model,
                    ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                            .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
        } catch (IllegalArgumentException unresolved) {
            return content;
        }
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
    }

    private static boolean isOld(byte[] content) {
        return content.length > 7 && ((content[6] & 0xff) << 8 | content[7] & 0xff) < ClassFile.JAVA_6_VERSION;
    }

    private static byte[] head(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            return in.readNBytes(8);
        }
    }

    private static List<ZipEntry> entries(ZipFile archive) {
        List<ZipEntry> entries = new ArrayList<>();
        archive.entries().asIterator().forEachRemaining(entries::add);
        return entries;
    }
}
