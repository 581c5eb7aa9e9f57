package dev.milliner.image;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.fuzz.TarSeeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Any archive of a root, of a container, database or package is inspected, or refused by its name. */
class ArtifactFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(TarSeeds.all());
        seeds.add(ContainerSeeds.root());
        seeds.add(ContainerSeeds.oci(ContainerSeeds.manifest(), ContainerSeeds.root()));
        seeds.add(ContainerSeeds.docker());
        seeds.add(made("tiny-gz.rpm"));
        return seeds;
    }

    @Override
    protected List<String> words() {
        return TarSeeds.WORDS;
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(Inspector.inspect(file("a.tar", TarSeeds.summed(input))));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("cannot be inspected");
    }

    @Override
    protected int inputs() {
        return 100;
    }
}
