package dev.milliner.rpm;

import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/** Checks the detached OpenPGP signature of a repomd.xml. */
final class RepositorySignature {
    private RepositorySignature() {}

    /**
     * Checks a signature.
     *
     * @param id the repository, for messages
     * @param content what is signed
     * @param signature the detached signature, armoured or not
     * @param keys files of public keys, armoured or not
     * @throws RepositoryException when none of the keys made it, or it does not fit; the message says which
     */
    static void check(String id, byte[] content, byte[] signature, List<byte[]> keys) throws RepositoryException {
        try {
            PGPSignatureList signatures = signatures(id, signature);
            for (PGPSignature one : signatures) {
                PGPPublicKey key = key(keys, one.getKeyID());
                if (key != null) {
                    verify(id, content, one, key);
                    return;
                }
            }
            throw new RepositoryException("The repomd.xml of the repository " + id + " is signed with the key "
                    + hex(signatures.get(0).getKeyID()) + ", which is none of those that the configuration names.");
        } catch (IOException | PGPException | RuntimeException unreadable) {
            // The library meets damage with unchecked failures too.
            if (unreadable instanceof RepositoryException known) {
                throw known;
            }
            throw new RepositoryException(
                    "The signature of the repository " + id + " or a key for it cannot be read: "
                            + FileTrouble.words(unreadable),
                    unreadable);
        }
    }

    private static PGPSignatureList signatures(String id, byte[] signature) throws IOException {
        PGPObjectFactory objects = new BcPGPObjectFactory(PgpPackets.in(signature));
        Object first = objects.nextObject();
        if (first instanceof PGPSignatureList list && !list.isEmpty()) {
            return list;
        }
        throw new RepositoryException("The repomd.xml.asc of the repository " + id + " holds no signature.");
    }

    private static @Nullable PGPPublicKey key(List<byte[]> keys, long wanted) throws IOException, PGPException {
        for (byte[] file : keys) {
            PGPPublicKeyRingCollection rings = new BcPGPPublicKeyRingCollection(PgpPackets.in(file));
            PGPPublicKey found = rings.getPublicKey(wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void verify(String id, byte[] content, PGPSignature signature, PGPPublicKey key)
            throws RepositoryException, PGPException {
        if (key.hasRevocation() || isExpired(signature, key)) {
            throw new RepositoryException("The key " + hex(key.getKeyID()) + " that signed the repomd.xml of the"
                    + " repository " + id + " was revoked or had expired.");
        }
        signature.init(new BcPGPContentVerifierBuilderProvider(), key);
        signature.update(content);
        if (!signature.verify()) {
            throw new RepositoryException("The repomd.xml of the repository " + id
                    + " does not fit its signature; it was changed after it was signed.");
        }
    }

    /** Tells whether a key was no longer valid when it signed. */
    private static boolean isExpired(PGPSignature signature, PGPPublicKey key) {
        long seconds = key.getValidSeconds();
        return seconds > 0
                && signature
                        .getCreationTime()
                        .toInstant()
                        .isAfter(key.getCreationTime().toInstant().plusSeconds(seconds));
    }

    private static String hex(long keyId) {
        return String.format("%016X", keyId);
    }
}
