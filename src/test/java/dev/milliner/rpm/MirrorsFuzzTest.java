package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.util.List;

/** Any metalink or list of mirrors is read, or refused as the repository's. */
class MirrorsFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                <?xml version="1.0"?><metalink version="3.0"><files><file name="repomd.xml"><verification><hash type="sha256">ab</hash></verification>
                <resources><url protocol="https" preference="90">https://a.example/repodata/repomd.xml</url></resources></file></files></metalink>
                """), text("# mirrors\nhttps://a.example/f\nhttp://b.example/\n"));
    }

    @Override
    protected List<String> words() {
        return RepositoryIndexFuzzTest.WORDS;
    }

    @Override
    protected void read(byte[] input) throws RepositoryException {
        boolean link = input.length > 0 && input[0] == '<';
        Mirrors.parse(
                        new RepositorySource(
                                "r",
                                link ? RepositorySource.Kind.METALINK : RepositorySource.Kind.MIRROR_LIST,
                                "https://x",
                                99,
                                List.of(),
                                false),
                        input)
                .allow(input);
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof RepositoryException;
    }
}
