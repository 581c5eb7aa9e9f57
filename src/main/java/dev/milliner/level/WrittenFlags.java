package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Reads what compilers wrote into an ELF file of the flags they were given: {@code .GCC.command.line}, DWARF's producers, and annobin's notes
 * where those are texts. Flags say what was asked for, and prove nothing of the code.
 */
final class WrittenFlags {
    private static final Set<String> PLACES =
            Set.of(".GCC.command.line", ".debug_str", ".debug_line_str", ".gnu.build.attributes", ".annobin.notes");
    private static final Pattern MARCH = Pattern.compile("-march=([A-Za-z0-9_.-]+)");
    private static final int MOST = 8 << 20;
    private static final int COMPRESSION_HEADER = 24;
    private static final int ZLIB = 1;

    private WrittenFlags() {}

    /** The lowest level that any part of the file was to be compiled for; empty where none says. */
    static Optional<Level> of(ElfFile elf) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (ElfSection section : elf.sections()) {
            if (PLACES.contains(section.name())) {
                Matcher march = MARCH.matcher(text(elf, section));
                while (march.find()) {
                    CompilerFlags.level(march.group(1)).ifPresent(levels::add);
                }
            }
        }
        return levels.stream().findFirst();
    }

    private static String text(ElfFile elf, ElfSection section) {
        byte[] bytes = elf.bytes();
        int size = Math.min(section.size(), MOST);
        if (!section.isCompressed()) {
            return new String(bytes, section.offset(), size, StandardCharsets.ISO_8859_1);
        }
        if (size < COMPRESSION_HEADER || elf.buffer().getInt(section.offset()) != ZLIB) {
            return "";
        }
        try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(
                bytes, section.offset() + COMPRESSION_HEADER, section.size() - COMPRESSION_HEADER))) {
            return new String(text.readNBytes(MOST), StandardCharsets.ISO_8859_1);
        } catch (IOException damaged) {
            return ""; // says nothing, as where there is none
        }
    }
}
