package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any signature and any key is checked, or refused as the repository's. */
class SignatureFuzzTest extends ReaderFuzz {
    private byte[] signature = {};
    private byte[] key = {};

    @Override
    protected List<byte[]> seeds() throws IOException {
        signature = made("repomd.asc");
        key = made("key.asc");
        return List.of(signature, key);
    }

    @Override
    protected List<String> words() {
        return List.of(
                "-----BEGIN PGP SIGNATURE-----\n",
                "-----END PGP SIGNATURE-----\n",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n",
                "\n\n",
                "=",
                "Version: 1\n",
                "AAAA",
                "////",
                "=AAAA\n");
    }

    @Override
    protected void read(byte[] input) throws RepositoryException {
        byte[] content = text("<repomd/>\n");
        boolean isKey = new String(input, java.nio.charset.StandardCharsets.ISO_8859_1).contains("PUBLIC");
        RepositorySignature.check("r", content, isKey ? signature : input, List.of(isKey ? input : key));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof RepositoryException;
    }
}
