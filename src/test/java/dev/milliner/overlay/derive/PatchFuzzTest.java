package dev.milliner.overlay.derive;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.List;
import java.util.TreeMap;

/** Any difference is applied to sources, or refused. */
class PatchFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                diff --git a/a.spec b/a.spec
                index 1234567..89abcde 100644
                --- a/a.spec
                +++ b/a.spec
                @@ -1,3 +1,3 @@
                 Name: a
                -Version: 1
                +Version: 2
                 License: MIT
                diff --git a/new b/new
                new file mode 100644
                --- /dev/null
                +++ b/new
                @@ -0,0 +1 @@
                +x
                """));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "diff --git a/x b/x\n",
                "--- ",
                "+++ ",
                "@@ -1 +1 @@\n",
                "@@ -99999999999,1 +1 @@\n",
                "GIT binary patch\n",
                "literal 99999999\n",
                "delta 9\n",
                "zcmV\n",
                "rename from ",
                "copy to ",
                "old mode 120000\n",
                "deleted file mode 100644\n",
                "\\ No newline at end of file\n",
                "../",
                "\"a/\\001\"",
                "similarity index 999999999999%\n");
    }

    @Override
    protected void read(byte[] input) throws OverlayException {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        files.put("a.spec", SourceFile.of("Name: a\nVersion: 1\nLicense: MIT\n"));
        PatchedSources patched = new PatchedSources(input);
        use(patched.files());
        Sources sources = new Sources(files);
        patched.concerns(sources);
        use(patched.of(sources).files());
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof OverlayException;
    }
}
