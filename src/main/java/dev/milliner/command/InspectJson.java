package dev.milliner.command;

import dev.milliner.answer.ProblemJson;
import dev.milliner.build.kiwi.PreviewCheck.Findings;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.image.Carrier;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.VolumeVerity;
import dev.milliner.level.CodeFile;
import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelCounts;
import dev.milliner.level.LevelTotals;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.Nevra;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an artifact holds, for programs. */
final class InspectJson {
    private InspectJson() {}

    static ObjectNode of(Inspection inspection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("format", inspection.format());
        ObjectNode release = node.putObject("osRelease");
        inspection.osRelease().forEach(release::put);
        ArrayNode packages = node.putArray("packages");
        inspection.packages().forEach(one -> packages.add(of(one)));
        node.set("level", level(inspection.level()));
        node.set("levelFiles", totals(inspection.totals()));
        ObjectNode boot = node.putObject("boot");
        strings(boot.putArray("kernels"), inspection.boot().kernels());
        strings(boot.putArray("initramfs"), inspection.boot().initramfs());
        strings(boot.putArray("loaders"), inspection.boot().loaders());
        carrier(inspection.carrier(), node);
        ArrayNode files = node.putArray("files");
        inspection.files().forEach(file -> files.add(of(file)));
        strings(node.putArray("remarks"), inspection.remarks());
        return node;
    }

    /** Adds what an artifact was held against. */
    static void add(Findings findings, ObjectNode node) {
        findings.difference()
                .ifPresentOrElse(
                        difference -> {
                            ObjectNode preview = node.putObject("preview");
                            strings(preview.putArray("missing"), names(difference.missing()));
                            strings(preview.putArray("surplus"), names(difference.surplus()));
                        },
                        () -> node.putNull("preview"));
        ArrayNode problems = node.putArray("problems");
        findings.claims().forEach(problem -> problems.add(ProblemJson.of(problem)));
    }

    static ObjectNode level(LevelCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v3", counts.v3())
                .put("likely", counts.likely())
                .put("flags", counts.flags())
                .put("mixed", counts.mixed())
                .put("baseline", counts.baseline())
                .put("noarch", counts.noarch())
                .put("unknown", counts.unknown());
    }

    /** What each program of a built package shows. */
    static ArrayNode programs(ImagePackage held) {
        ArrayNode programs = JsonNodeFactory.instance.arrayNode();
        held.programs().forEach(one -> programs.addObject()
                .put("path", one.path())
                .put("level", one.level().label())
                .put("levelReason", one.reason()));
        return programs;
    }

    private static ObjectNode totals(LevelTotals totals) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        totals.each().forEach((evidence, total) -> node.putObject(evidence.label())
                .put("files", total.files())
                .put("bytes", total.bytes()));
        return node;
    }

    private static ObjectNode of(Inspected one) {
        InstalledPackage installed = one.installed();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", installed.name())
                .put("epoch", installed.epoch())
                .put("version", installed.version())
                .put("release", installed.release())
                .put("arch", installed.architecture())
                .put("nevra", installed.nevra().toString())
                .put("size", installed.size())
                .put("source", installed.source())
                .put("vendor", installed.vendor())
                .put("license", installed.license())
                .put("level", one.level().label())
                .put("levelReason", one.shown().reason())
                .put("compilerFlags", installed.compilerFlags());
    }

    private static ObjectNode of(ImageFile file) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("path", file.path())
                .put("kind", file.kind().label())
                .put("size", file.size())
                .put("mode", String.format(Locale.ROOT, "%04o", file.mode()))
                .put("user", file.user())
                .put("group", file.group());
        if (!file.target().isEmpty()) {
            node.put("target", file.target());
        }
        strings(node.putArray("packages"), file.owners());
        if (file.program().kind() != CodeFile.Kind.NONE) {
            code(file.program(), node);
        }
        return node;
    }

    private static void code(FileLevel program, ObjectNode node) {
        node.put("isaNeeded", program.needed().map(level -> level.label()).orElse(null))
                .put("code", program.kind().label())
                .put("level", program.evidence().label())
                .put("levelReason", program.reason());
    }

    private static void carrier(Carrier carrier, ObjectNode node) {
        switch (carrier) {
            case Carrier.Plain plain -> {}
            case Carrier.Disk disk -> {
                ArrayNode volumes = node.putArray("volumes");
                disk.volumes()
                        .forEach(volume -> verity(
                                volume.verity(),
                                volumes.addObject()
                                        .put("partition", volume.number())
                                        .put("kind", volume.kind())
                                        .put("place", volume.place())
                                        .put("read", volume.read())
                                        .put("writable", volume.writable())));
            }
            case Carrier.Container container -> {
                ObjectNode labels = node.putObject("labels");
                new TreeMap<>(container.labels()).forEach(labels::put);
                ArrayNode layers = node.putArray("layers");
                container.layers().forEach(layer -> layers.addObject()
                        .put("digest", layer.digest())
                        .put("size", layer.size()));
            }
        }
    }

    private static void verity(VolumeVerity verity, ObjectNode volume) {
        switch (verity) {
            case VolumeVerity.Absent() -> {}
            case VolumeVerity.Matches matches -> {
                ObjectNode node = volume.putObject("verity").put("matches", true);
                strings(node.put("rootHash", matches.rootHash()).putArray("namedBy"), matches.namedBy());
            }
            case VolumeVerity.Differs differs ->
                volume.putObject("verity").put("matches", false).put("why", differs.why());
            case VolumeVerity.Unsaid unsaid ->
                volume.putObject("verity").putNull("matches").put("why", unsaid.why());
        }
    }

    private static List<String> names(List<Nevra> packages) {
        return packages.stream().map(Nevra::toString).toList();
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }
}
