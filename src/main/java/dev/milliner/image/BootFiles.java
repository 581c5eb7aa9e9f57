package dev.milliner.image;

import dev.milliner.image.Inspection.ImageFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files a machine starts with, as absolute paths.
 *
 * @param kernels kernels, unified ones included
 * @param initramfs initial file systems
 * @param loaders boot loaders and their configuration
 */
public record BootFiles(List<String> kernels, List<String> initramfs, List<String> loaders) {
    private static final Pattern KERNEL = Pattern.compile(
            "/boot/(vmlinu[xz]|bzImage|Image|zImage)[^/]*|/(usr/)?lib/modules/[^/]+/vmlinu[xz]|(/boot|/efi|/boot/efi)/EFI/Linux/[^/]+\\.efi");
    private static final Pattern INITRAMFS =
            Pattern.compile("/boot/(initr|initramfs)[^/]*|/(usr/)?lib/modules/[^/]+/initr[^/]*");
    private static final Pattern LOADER = Pattern.compile(
            "/boot/(grub2?|efi/EFI/[^/]+)/grub\\.cfg|/boot/(ext|sys)linux/(ldlinux\\.sys|(ext|sys)linux\\.(sys|conf))"
                    + "|/boot/(ldlinux|extlinux)\\.sys|/extlinux\\.conf|/boot/extlinux\\.conf|(/boot|/efi|/boot/efi)/loader/loader\\.conf"
                    + "|(/boot|/efi|/boot/efi)/EFI/(?!Linux/).+\\.efi");

    /** With lists that nobody changes. */
    public BootFiles {
        kernels = List.copyOf(kernels);
        initramfs = List.copyOf(initramfs);
        loaders = List.copyOf(loaders);
    }

    static BootFiles of(List<ImageFile> files) {
        return new BootFiles(matching(files, KERNEL), matching(files, INITRAMFS), matching(files, LOADER));
    }

    private static List<String> matching(List<ImageFile> files, Pattern pattern) {
        return files.stream()
                .filter(file -> file.kind() != FileKind.FOLDER)
                .map(ImageFile::path)
                .filter(path -> pattern.matcher(path).matches())
                .toList();
    }
}
