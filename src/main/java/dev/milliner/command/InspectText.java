package dev.milliner.command;

import dev.milliner.build.kiwi.PreviewCheck.Findings;
import dev.milliner.ground.Amount;
import dev.milliner.image.BootFiles;
import dev.milliner.image.Carrier;
import dev.milliner.image.FileKind;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.Volume;
import dev.milliner.level.CodeFile;
import dev.milliner.level.FileLevel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What an artifact holds, for people. Names come from the artifact, so what would steer a terminal is shown as {@code ?}. */
final class InspectText {
    private final PrintWriter out;

    InspectText(PrintWriter out) {
        this.out = out;
    }

    void print(Inspection inspection, boolean files) {
        TextTable table = new TextTable("PACKAGE", "VERSION", "ARCH", "SIZE", "LEVEL", "BECAUSE", "LICENSE");
        for (Inspected one : inspection.packages()) {
            table.row(
                    plain(one.installed().name()),
                    plain(one.installed().nevra().version().toString()),
                    plain(one.installed().architecture()),
                    String.valueOf(one.installed().size()),
                    one.level().label(),
                    plain(one.shown().reason()),
                    plain(one.installed().license()));
        }
        table.print(out);
        if (files) {
            out.println();
            inspection.files().forEach(this::file);
        }
        out.println();
        summary(inspection);
        inspection.remarks().forEach(remark -> out.println("note: " + plain(remark)));
    }

    /** What an artifact was held against. */
    void print(Findings findings) {
        out.println(plain(findings.difference()
                .map(difference ->
                        difference.isNone() ? "It holds exactly the packages of its preview." : difference.words())
                .orElse("It is not held against its preview: " + findings.why())));
        findings.claims().forEach(problem -> out.println(plain(ProblemText.line(problem))));
    }

    private void summary(Inspection inspection) {
        String name = inspection.osRelease().getOrDefault("PRETTY_NAME", "");
        if (!name.isEmpty()) {
            out.println(plain(name));
        }
        BootFiles boot = inspection.boot();
        list("kernel", boot.kernels());
        list("initramfs", boot.initramfs());
        list("boot loader", boot.loaders());
        carrier(inspection.carrier());
        out.printf(
                "%s, %s, %s, %s%n",
                inspection.format(),
                Amount.of(inspection.packages().size(), "package"),
                Amount.of(
                        inspection.files().stream()
                                .filter(file -> file.kind() != FileKind.FOLDER)
                                .count(),
                        "file"),
                Amount.of(inspection.size(), "byte"));
        out.println("packages: " + inspection.level().words());
        String totals = inspection.totals().words();
        if (!totals.isEmpty()) {
            out.println("machine code: " + totals);
        }
    }

    private void carrier(Carrier carrier) {
        switch (carrier) {
            case Carrier.Plain plain -> {}
            case Carrier.Disk disk -> disk.volumes().forEach(this::volume);
            case Carrier.Container container -> {
                container.labels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(label -> out.println(plain("label: " + label.getKey() + "=" + label.getValue())));
                int layers = container.layers().size();
                out.println(Amount.of(layers, "layer") + ", "
                        + Amount.of(
                                container.layers().stream()
                                        .mapToLong(Carrier.Layer::size)
                                        .sum(),
                                "byte"));
            }
        }
    }

    private void volume(Volume volume) {
        String verity = volume.verity().words();
        out.println(plain(volume.words() + ": "
                + (volume.place().isEmpty() ? "mounted nowhere that is known" : volume.place())
                + (volume.writable() ? "" : ", read-only by its kind")
                + (volume.read() ? "" : ", not read")
                + (verity.isEmpty() ? "" : "; " + verity)));
    }

    private void list(String what, List<String> paths) {
        if (!paths.isEmpty()) {
            out.println(what + ": " + plain(String.join(", ", paths)));
        }
    }

    private void file(ImageFile file) {
        out.printf(
                "%c%04o %5s %5s %12d  %s%s%s%n",
                sign(file.kind()),
                file.mode(),
                plain(file.user()),
                plain(file.group()),
                file.size(),
                plain(file.path()),
                file.target().isEmpty() ? "" : " -> " + plain(file.target()),
                shows(file.program()));
    }

    private static String shows(FileLevel program) {
        return program.kind() == CodeFile.Kind.NONE
                ? ""
                : "  [" + program.evidence().label() + ": " + plain(program.reason()) + "]";
    }

    private static char sign(FileKind kind) {
        return switch (kind) {
            case FILE -> '-';
            case HARD_LINK -> 'h';
            case FOLDER -> 'd';
            case LINK -> 'l';
            case CHARACTER_DEVICE -> 'c';
            case BLOCK_DEVICE -> 'b';
            case PIPE -> 'p';
            case SOCKET -> 's';
        };
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
