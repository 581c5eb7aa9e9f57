package dev.milliner.overlay;

import com.github.luben.zstd.ZstdOutputStream;
import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.fuzz.TarSeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Any archive of sources is read and packed again, or refused. */
class SourceArchiveFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(TarSeeds.all());
        byte[] plain = TarSeeds.sources();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(plain);
        }
        seeds.add(bytes.toByteArray());
        bytes.reset();
        try (OutputStream packed = new XZOutputStream(bytes, new LZMA2Options(0))) {
            packed.write(plain);
        }
        seeds.add(bytes.toByteArray());
        bytes.reset();
        try (OutputStream packed = new ZstdOutputStream(bytes)) {
            packed.write(plain);
        }
        seeds.add(bytes.toByteArray());
        return seeds;
    }

    @Override
    protected List<String> words() {
        return TarSeeds.WORDS;
    }

    @Override
    protected void read(byte[] input) throws OverlayException, IOException {
        SourceArchive archive = SourceArchive.read(file("a.tar.gz", TarSeeds.summed(input)));
        archive.with(archive.files()).write(folder().resolve("again.tar.gz"));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof OverlayException || failure instanceof IOException;
    }
}
