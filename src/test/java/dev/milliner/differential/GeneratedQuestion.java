package dev.milliner.differential;

import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.DnfSettings;
import dev.milliner.solve.SolvePhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A request to generated repositories. */
final class GeneratedQuestion {
    private final Random random;
    private final GeneratedContents contents;

    GeneratedQuestion(Random random, GeneratedContents contents) {
        this.random = random;
        this.contents = contents;
    }

    SolvePhase phase() {
        List<String> install = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            install.add(argument());
        }
        List<String> exclude = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            exclude.add(packages());
        }
        List<String> locks = new ArrayList<>();
        if (random.nextInt(12) == 0) {
            locks.add((random.nextInt(4) == 0 ? "!" : "") + packages());
        }
        List<String> enable = new ArrayList<>();
        List<String> disable = new ArrayList<>();
        if (!contents.modules.streams.isEmpty()) {
            if (random.nextInt(3) == 0) {
                enable.add(contents.pick(contents.modules.streams));
            }
            if (enable.isEmpty() && random.nextInt(6) == 0) {
                disable.add(contents.pick(contents.modules.names));
            }
        }
        boolean weak = random.nextBoolean();
        return new SolvePhase(
                install,
                exclude,
                List.of(),
                weak,
                new DnfSettings(
                        DnfGeneration.DNF4, random.nextInt(6) > 0, DnfSettings.USUAL_TYPES, locks, enable, disable));
    }

    private String argument() {
        if (!contents.modules.streams.isEmpty() && random.nextInt(4) == 0) {
            String stream = contents.pick(contents.modules.streams);
            return switch (random.nextInt(5)) {
                case 0 -> "@" + stream.substring(0, stream.indexOf(':'));
                case 1 -> "@" + stream + "/more";
                case 2 -> "@" + stream.substring(0, stream.indexOf(':')) + "/m*";
                default -> "@" + stream;
            };
        }
        boolean grouped = contents.repositories().stream().anyMatch(one -> !one.groups.isEmpty());
        if (grouped && random.nextInt(2) == 0) {
            return contents.pick(List.of("@g0", "@g1", "@g2", "@e0", "@Group 0", "@G*", "@group 1", "@Everything"));
        }
        return switch (random.nextInt(14)) {
            case 0 -> contents.pick(GeneratedContents.CAPABILITIES);
            case 1 -> contents.pick(GeneratedContents.FILES);
            case 2 -> contents.pick(List.of("/usr/bin/*", "/usr/libexec/h*", "*/t1", "/usr/*/d0/x", "/etc/c?.conf"));
            case 3 -> contents.pick(GeneratedContents.CAPABILITIES) + " >= 1";
            case 4 -> contents.rich();
            case 5, 6 -> packages();
            case 7 -> contents.pick(List.of("perl(*)", "cap*", "lib[0-9]", "*.i686", "p?", "lib*so*"));
            default -> contents.pick(contents.names);
        };
    }

    private String packages() {
        List<GeneratedPackage> all = contents.all();
        if (all.isEmpty()) {
            return contents.pick(contents.names);
        }
        GeneratedPackage one = contents.pick(all);
        return switch (random.nextInt(12)) {
            case 0 -> one.full();
            case 1 -> one.name() + "." + one.architecture();
            case 2 -> one.name() + "-" + one.version();
            case 3 -> one.name() + "-" + one.evr();
            case 4 -> one.name().charAt(0) + "*";
            case 5 -> one.name() + ".*";
            case 6 -> one.artifact();
            case 7 -> one.name() + "-*-1";
            case 8 -> one.name() + "-" + one.version().charAt(0) + "*";
            case 9 -> one.name() + " >= " + one.version();
            case 10 -> one.name() + "-*.x86_64";
            default -> one.name();
        };
    }
}
