package dev.milliner.image;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Disks and file systems that tools of the host read for Milliner: any is inspected, or refused by its name. */
class ForeignDiskFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(made("squashfs"), made("ext4.vmdk"), made("rpmdb.sqlite"));
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(Inspector.inspect(file("a.raw", input)));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("cannot be inspected");
    }

    /** Each starts a process, or several. */
    @Override
    protected int inputs() {
        return 8;
    }
}
