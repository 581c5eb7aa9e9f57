package dev.milliner.build.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk whose boot sector writes a text to the serial console and then repeats what is typed. It starts in no time. */
public final class TalkingDisk {
    /** 16-bit code: ds=0; writes the bytes behind it up to a zero to port 0x3f8; then copies from there to there. */
    private static final int[] CODE = {
        0xFA, 0x31, 0xC0, 0x8E, 0xD8, 0xFC, 0xBE, 0x23, 0x7C, 0xAC, 0x84, 0xC0, 0x74, 0x06, 0xBA, 0xF8, 0x03, 0xEE,
        0xEB, 0xF5, 0xBA, 0xFD, 0x03, 0xEC, 0xA8, 0x01, 0x74, 0xF8, 0xBA, 0xF8, 0x03, 0xEC, 0xEE, 0xEB, 0xF1
    };

    private static final int TABLE = 446;
    private static final int SIZE = 1 << 20;

    private TalkingDisk() {}

    /** Writes one that says a text. */
    public static Path write(Path file, String text) throws IOException {
        return Files.write(file, bytes(text));
    }

    static byte[] bytes(String text) {
        byte[] disk = new byte[SIZE];
        for (int i = 0; i < CODE.length; i++) {
            disk[i] = (byte) CODE[i];
        }
        byte[] words = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, disk, CODE.length, words.length);
        // One partition, from the second sector on.
        disk[TABLE] = (byte) 0x80;
        disk[TABLE + 4] = (byte) 0x83;
        disk[TABLE + 8] = 1;
        disk[TABLE + 12] = 16;
        disk[510] = 0x55;
        disk[511] = (byte) 0xAA;
        return disk;
    }
}
