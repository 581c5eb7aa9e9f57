package dev.milliner.overlay;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.spec.ByteText;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any {@code sources} file is read, or refused with its line. */
class SourcesFileFuzzTest extends ReaderFuzz {
    private static final JsonNode NAMED = JsonMapper.shared()
            .readTree(
                    "[{\"filename\":\"b.tar\",\"hash\":\"ab\",\"hashType\":\"SHA512\"},{\"filename\":\"a.tar\",\"hash\":\"cd\",\"hashType\":\"SHA512\",\"replaceUpstream\":true}]");

    @Override
    protected List<byte[]> seeds() {
        return List.of(text("SHA512 (a.tar) = abcdef0123\n# c\n\nd41d8cd98f00b204e9800998ecf8427e  old.tar\n"));
    }

    @Override
    protected List<String> words() {
        return List.of("SHA512 (", ") = ", "a.tar", "\n", "#", "\t", "(", ")", "=", "../", "\0", "\f");
    }

    @Override
    protected void read(byte[] input) throws OverlayException {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        files.put("sources", SourceFile.of(ByteText.decode(input)));
        use(SourcesFile.updated(NAMED, new Sources(files)).files());
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof OverlayException;
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
