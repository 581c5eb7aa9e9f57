package dev.milliner.image;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel of a container that machines boot, which has one, as whoever installs it must know which to start.
 *
 * @param version of the kernel
 */
record ContainerKernel(String version) {
    private static final Pattern KERNEL = Pattern.compile("usr/lib/modules/([^/]+)/vmlinuz");

    /**
     * Finds it.
     *
     * @throws IOException when there is none, or several, or it has no initial file system
     */
    static ContainerKernel of(RootReading paths) throws IOException {
        List<String> versions = paths.found().keySet().stream()
                .map(KERNEL::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
        if (versions.isEmpty()) {
            throw new IOException("the container holds no kernel, /usr/lib/modules/VERSION/vmlinuz");
        }
        if (versions.size() > 1) {
            throw new IOException("the container holds several kernels, where machines boot one with one: "
                    + String.join(", ", versions));
        }
        ContainerKernel kernel = new ContainerKernel(versions.getFirst());
        for (String file : List.of(kernel.image(), kernel.initramfs())) {
            if (!paths.hasFile(file)) {
                throw new IOException("the container's kernel has no file /" + file + " beside it");
            }
        }
        return kernel;
    }

    /** Its path. */
    String image() {
        return "usr/lib/modules/" + version + "/vmlinuz";
    }

    /** The path of its initial file system. */
    String initramfs() {
        return "usr/lib/modules/" + version + "/initramfs.img";
    }
}
