package dev.milliner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a seed puts into repositories: packages that need, obsolete and shut out one another, groups and modules. */
final class GeneratedContents {
    static final List<String> CAPABILITIES =
            List.of("cap0", "cap1", "cap2", "libx.so.1()(64bit)", "libx.so.1", "perl(Y)");
    static final List<String> FILES = List.of(
            "/usr/bin/t0",
            "/usr/bin/t1",
            "/usr/sbin/t2",
            "/etc/c0.conf",
            "/usr/libexec/h0",
            "/usr/libexec/h1",
            "/usr/share/d0/x",
            "/usr/lib64/l0.so");
    private static final List<String> VERSIONS =
            List.of("1-1", "1-2", "2-1", "2-1.fc1", "1:1-1", "2.0~rc1-1", "10-1", "2.0-3");
    private static final List<String> WORDS = List.of("p", "lib", "py-", "x");

    private final Random random;
    private final List<GeneratedRepository> repositories = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    GeneratedModules modules;

    @SuppressWarnings("NullAway.Init")
    GeneratedContents(Random random) {
        this.random = random;
        int count = random.nextInt(10) < 6 ? 1 : 2;
        for (int i = 0; i < count; i++) {
            repositories.add(new GeneratedRepository(
                    "r" + i,
                    random.nextInt(3) == 0 ? 10 + random.nextInt(2) * 80 : 99,
                    random.nextInt(3) == 0 ? 500 : 1000));
        }
        int size = 3 + random.nextInt(22);
        for (int i = 0; i < size; i++) {
            names.add(pick(WORDS) + i);
        }
        names.forEach(this::packages);
        base();
        all().forEach(this::relations);
        if (random.nextInt(4) == 0) {
            groups();
        }
        modules = new GeneratedModules(random, repositories);
        if (random.nextInt(4) == 0) {
            modules.make();
        }
    }

    List<GeneratedRepository> repositories() {
        return repositories;
    }

    List<GeneratedPackage> all() {
        List<GeneratedPackage> all = new ArrayList<>();
        repositories.forEach(one -> all.addAll(one.packages));
        return all;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void packages(String name) {
        int versions = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < versions; i++) {
            String evr = pick(VERSIONS);
            for (String architecture : architectures()) {
                for (GeneratedRepository one : repositories) {
                    if (repositories.size() == 1 || random.nextInt(2) == 0) {
                        GeneratedPackage made = new GeneratedPackage(name, evr, architecture);
                        boolean known = one.packages.stream()
                                .anyMatch(other -> other.full().equals(made.full()));
                        if (!known) {
                            made.add("provides", name + " = " + evr);
                            one.packages.add(made);
                        }
                    }
                }
            }
        }
    }

    /** Something for every capability and file, so that not all that is asked for fails. */
    private void base() {
        GeneratedPackage base = new GeneratedPackage("base", "1-1", "x86_64");
        base.add("provides", "base = 1-1");
        CAPABILITIES.stream()
                .filter(one -> random.nextInt(4) > 0)
                .forEach(one -> base.add("provides", versioned(one, "=")));
        FILES.stream().filter(one -> random.nextInt(4) > 0).forEach(base.files()::add);
        repositories.getLast().packages.add(base);
    }

    private List<String> architectures() {
        return switch (random.nextInt(10)) {
            case 0 -> List.of("i686");
            case 1, 2 -> List.of("x86_64", "i686");
            case 3, 4 -> List.of("noarch");
            default -> List.of("x86_64");
        };
    }

    private void relations(GeneratedPackage one) {
        if (random.nextInt(3) == 0) {
            one.add("provides", versioned(pick(CAPABILITIES), "="));
        }
        if (random.nextInt(3) == 0) {
            one.files().add(pick(FILES));
        }
        for (int i = random.nextInt(5) / 2; i > 0; i--) {
            one.add("requires", need());
        }
        if (random.nextInt(6) == 0) {
            one.add("recommends", need());
        }
        if (random.nextInt(10) == 0) {
            one.add("suggests", need());
        }
        if (random.nextInt(10) == 0) {
            one.add("supplements", need());
        }
        if (random.nextInt(20) == 0) {
            one.add("enhances", need());
        }
        if (random.nextInt(20) == 0) {
            one.add("conflicts", random.nextInt(4) == 0 ? need() : versioned(pick(names), "<"));
        }
        if (random.nextInt(20) == 0) {
            one.add("obsoletes", random.nextInt(2) == 0 ? pick(names) : versioned(pick(names), "<"));
        }
    }

    private String versioned(String what, String operator) {
        String evr = pick(VERSIONS);
        return what + " " + operator + " " + (random.nextInt(2) == 0 ? evr : evr.substring(0, evr.indexOf('-')));
    }

    String need() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> pick(CAPABILITIES);
            case 2 -> versioned(pick(CAPABILITIES), pick(List.of(">=", "=", "<")));
            case 3, 4 -> pick(FILES);
            case 5 -> versioned(pick(names), pick(List.of(">=", "=", "<=")));
            case 6, 7 -> rich();
            default -> pick(names);
        };
    }

    String rich() {
        String one = simple();
        String other = simple();
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + one + " if " + other + ")";
            case 2 -> "(" + one + " or " + other + ")";
            case 3 -> "(" + one + " and " + other + ")";
            case 4 -> "(" + one + " unless " + other + ")";
            case 5 -> "(" + one + " with " + other + ")";
            case 6 -> "(" + one + " without " + other + ")";
            default -> "(" + one + " if " + other + " else " + simple() + ")";
        };
    }

    private String simple() {
        return switch (random.nextInt(6)) {
            case 0 -> pick(CAPABILITIES);
            case 1 -> versioned(pick(names), ">=");
            default -> pick(names);
        };
    }

    private void groups() {
        for (GeneratedRepository one : repositories) {
            StringBuilder xml = new StringBuilder("<comps>");
            for (int i = random.nextInt(3); i >= 0; i--) {
                xml.append("<group><id>g")
                        .append(i)
                        .append("</id><name>Group ")
                        .append(i)
                        .append("</name>");
                xml.append("<name xml:lang=\"de\">Gruppe</name><description/><default>true</default><packagelist>");
                for (int count = 1 + random.nextInt(4); count > 0; count--) {
                    xml.append(member());
                }
                xml.append("</packagelist></group>");
            }
            if (random.nextInt(2) == 0) {
                xml.append("<environment><id>e0</id><name>Everything</name><grouplist><groupid>g0</groupid>")
                        .append("<groupid>g")
                        .append(1 + random.nextInt(3))
                        .append("</groupid></grouplist><optionlist><groupid>g2</groupid></optionlist></environment>");
            }
            one.groups = xml.append("</comps>").toString();
        }
    }

    private String member() {
        String name = random.nextInt(8) == 0 ? "nowhere" : pick(names);
        return switch (random.nextInt(9)) {
            case 0, 1 -> "<packagereq type=\"default\">" + name + "</packagereq>";
            case 2 -> "<packagereq type=\"optional\">" + name + "</packagereq>";
            case 3, 4 -> "<packagereq type=\"conditional\" requires=\"" + pick(names) + "\">" + name + "</packagereq>";
            case 5 -> "<packagereq type=\"mandatory\" basearchonly=\"true\">" + name + "</packagereq>";
            case 6 ->
                "<packagereq type=\"mandatory\" arch=\"" + pick(List.of("x86_64", "aarch64", "aarch64,x86_64")) + "\">"
                        + name + "</packagereq>";
            default -> "<packagereq type=\"mandatory\">" + name + "</packagereq>";
        };
    }
}
