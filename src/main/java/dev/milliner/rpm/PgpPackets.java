package dev.milliner.rpm;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPUtil;

/**
 * OpenPGP data whose lengths were held against its size (RFC 9580, sections 4.2, 5.2.3 and 5.5.2): the library takes memory for
 * what a packet says that it holds before it looks whether that is there.
 */
final class PgpPackets {
    private static final int ONE_OCTET = 192;
    private static final int TWO_OCTETS = 224;
    private static final int FIVE_OCTETS = 255;
    /** From here on keys and signatures hold lengths of four octets. */
    private static final int WITH_LONG_LENGTHS = 5;

    private static final int LENGTH_IN_KEY = 6;
    private static final int LENGTH_IN_SIGNATURE = 4;

    private final ByteBuffer data;

    private PgpPackets(byte[] data) {
        this.data = ByteBuffer.wrap(data);
    }

    /**
     * Takes off the armour and checks.
     *
     * @return the packets
     * @throws IOException where it is cut off, or no such data
     */
    static byte[] in(byte[] maybeArmoured) throws IOException {
        byte[] content = PGPUtil.getDecoderStream(new ByteArrayInputStream(maybeArmoured))
                .readAllBytes();
        PgpPackets packets = new PgpPackets(content);
        while (packets.data.hasRemaining()) {
            packets.pass();
        }
        return content;
    }

    private void pass() throws IOException {
        int header = octet();
        if ((header & 0x80) == 0) {
            throw new IOException("it is no OpenPGP data");
        }
        boolean old = (header & 0x40) == 0;
        int tag = old ? header >> 2 & 0xF : header & 0x3F;
        long length = old ? oldLength(header & 3) : newLength();
        if (length < 0 || length > data.remaining()) {
            throw endsEarly();
        }
        ByteBuffer body = data.slice(data.position(), (int) length);
        data.position(data.position() + (int) length);
        switch (tag) {
            case PacketTags.PUBLIC_KEY, PacketTags.PUBLIC_SUBKEY, PacketTags.SECRET_KEY, PacketTags.SECRET_SUBKEY ->
                checkInner(body, LENGTH_IN_KEY);
            case PacketTags.SIGNATURE -> checkInner(body, LENGTH_IN_SIGNATURE);
            default -> {}
        }
    }

    private static void checkInner(ByteBuffer body, int at) throws IOException {
        if (body.hasRemaining() && body.get(0) >= WITH_LONG_LENGTHS) {
            int behind = at + Integer.BYTES;
            if (body.remaining() < behind || Integer.toUnsignedLong(body.getInt(at)) > body.remaining() - behind) {
                throw endsEarly();
            }
        }
    }

    private long oldLength(int kind) throws IOException {
        return switch (kind) {
            case 0 -> octet();
            case 1 -> octet() << 8 | octet();
            case 2 -> fourOctets();
            default -> data.remaining();
        };
    }

    private long newLength() throws IOException {
        int first = octet();
        if (first < ONE_OCTET) {
            return first;
        }
        if (first < TWO_OCTETS) {
            return (first - ONE_OCTET) * 256L + octet() + ONE_OCTET;
        }
        if (first == FIVE_OCTETS) {
            return fourOctets();
        }
        throw new IOException("a key or a signature does not come in parts");
    }

    private int octet() throws IOException {
        if (!data.hasRemaining()) {
            throw endsEarly();
        }
        return Byte.toUnsignedInt(data.get());
    }

    private long fourOctets() throws IOException {
        return (long) octet() << 24 | octet() << 16 | octet() << 8 | octet();
    }

    private static EOFException endsEarly() {
        return new EOFException("it ends early");
    }
}
