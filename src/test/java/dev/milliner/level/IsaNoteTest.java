package dev.milliner.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.rpm.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsaNoteTest {
    @Test
    void theHighestLevelOfTheNoteCounts() {
        assertThat(IsaNote.of(ElfFile.of(elf(0b0001)))).contains(Level.V1);
        assertThat(IsaNote.of(ElfFile.of(elf(0b0111)))).contains(Level.V3);
        assertThat(IsaNote.of(ElfFile.of(elf(0b1111)))).contains(Level.V4);
    }

    @Test
    void aProgramWithoutANoteIsSilent() {
        byte[] elf = elf(1);
        elf[64] = 1;
        assertThat(IsaNote.of(ElfFile.of(elf))).isEmpty();
    }

    @Test
    void whatIsNoProgramSaysNothing() throws java.io.IOException {
        byte[] script = "#!/bin/sh\n".repeat(20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(CodeFiles.read("/usr/bin/script", new java.io.ByteArrayInputStream(script)))
                .isEqualTo(CodeFile.NONE);
    }

    @Test
    void damagedFilesAreSurvived() {
        Random random = new Random(64);
        for (int damaged = 0; damaged < 2000; damaged++) {
            byte[] elf = elf(0b0111);
            int place = random.nextInt(16, elf.length);
            byte[] noise = new byte[random.nextInt(elf.length - place + 1)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, elf, place, noise.length);
            assertThat(CodeFile.of(elf)).as("file %d", damaged).isNotNull();
        }
    }

    /** An ELF file with one note segment that holds the property of needed levels. */
    private static byte[] elf(int levels) {
        ByteBuffer elf = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(0, new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1});
        elf.putShort(16, (short) 2).putShort(18, (short) 62);
        elf.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
        elf.putInt(64, 4).putLong(72, 120).putLong(96, 32).putLong(112, 8);
        elf.putInt(120, 4).putInt(124, 16).putInt(128, 5).put(132, new byte[] {'G', 'N', 'U', 0});
        elf.putInt(136, 0xC0008002).putInt(140, 4).putInt(144, levels);
        return elf.array();
    }
}
