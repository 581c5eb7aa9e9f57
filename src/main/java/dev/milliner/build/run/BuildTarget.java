package dev.milliner.build.run;

import java.util.List;

/** What a build is of. */
public sealed interface BuildTarget {
    /** Its name, as lists of builds show it. */
    String name();

    /** An image of the distro. */
    record OfImage(String name) implements BuildTarget {}

    /** Components of the distro; their packages are what is made. */
    record OfComponents(List<String> names) implements BuildTarget {
        /** With a list that nobody changes. */
        public OfComponents {
            names = List.copyOf(names);
        }

        @Override
        public String name() {
            return names.size() <= 3
                    ? String.join("-", names)
                    : names.getFirst() + "-and-" + (names.size() - 1) + "-more";
        }
    }
}
