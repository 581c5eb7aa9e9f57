package dev.milliner.image;

import dev.milliner.image.Inspection.Inspected;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an image's claims are held against: what it would hold, or what it was built to hold. */
sealed interface ClaimedContents {
    /**
     * A package that speaks for or against a claim.
     *
     * @param words the package, and the chain of packages that brings it where that is known
     * @param certain false where a script of the description may still take it out
     */
    record Finding(String words, boolean certain) {}

    /** The package whose name matches, by the shortest chain. */
    Optional<Finding> find(Predicate<String> name);

    /** How it holds what it holds: "would hold" or "holds". */
    String holds();

    /** Tells whether there are kernels or loaders among the files, where files are known. */
    boolean hasKernelFile();

    /** Tells whether a boot loader is there, or comes in a way that packages do not show. */
    boolean hasLoaderFile();

    /** Tells whether a container has a label, where labels are known. */
    boolean isLabelled(String name, String value);

    /** What was not read of it, in words; empty where all was. */
    String unread();

    /** The name of the KIWI type; empty where it is not known. */
    String type();

    /**
     * What an image would hold.
     *
     * @param plan its packages
     * @param selection what of its description counts
     * @param scripts whether scripts of the description run when the packages are installed
     */
    record Planned(ImagePlan plan, KiwiSelection selection, boolean scripts) implements ClaimedContents {
        @Override
        public Optional<Finding> find(Predicate<String> name) {
            return shortest(plan, name)
                    .map(one -> new Finding(words(one), !scripts || (one.asked() && one.phase() == Phase.IMAGE)));
        }

        @Override
        public String holds() {
            return "would hold";
        }

        @Override
        public boolean hasKernelFile() {
            return false;
        }

        @Override
        public boolean hasLoaderFile() {
            return selection.installsOwnLoader();
        }

        @Override
        public boolean isLabelled(String name, String value) {
            return selection.buildType().stream()
                    .flatMap(type -> type.element().children("containerconfig").stream())
                    .flatMap(one -> one.children("labels").stream())
                    .flatMap(one -> one.children("label").stream())
                    .anyMatch(one ->
                            one.value("name").equals(name) && one.value("value").equals(value));
        }

        @Override
        public String unread() {
            return "";
        }

        @Override
        public String type() {
            return selection.type();
        }
    }

    /**
     * What a built image holds.
     *
     * @param inspection its files and packages
     * @param preview what it was to hold, for the chains
     */
    record Built(Inspection inspection, Optional<ImagePlan> preview) implements ClaimedContents {
        @Override
        public Optional<Finding> find(Predicate<String> name) {
            List<String> held = inspection.packages().stream()
                    .map(Inspected::installed)
                    .map(one -> one.name())
                    .filter(name)
                    .toList();
            return preview.flatMap(plan -> shortest(plan, held::contains))
                    .map(ClaimedContents::words)
                    .or(() -> held.stream().findFirst())
                    .map(words -> new Finding(words, true));
        }

        @Override
        public String holds() {
            return "holds";
        }

        @Override
        public boolean hasKernelFile() {
            return !inspection.boot().kernels().isEmpty();
        }

        @Override
        public boolean hasLoaderFile() {
            return !inspection.boot().loaders().isEmpty();
        }

        /** A root that is no container's archive says nothing of labels. */
        @Override
        public boolean isLabelled(String name, String value) {
            return switch (inspection.carrier()) {
                case Carrier.Container container ->
                    container.labels().getOrDefault(name, "").equals(value);
                case Carrier.Plain plain -> true;
                case Carrier.Disk disk -> false;
            };
        }

        @Override
        public String unread() {
            return inspection.carrier().unread().stream().map(Volume::words).collect(Collectors.joining(", "));
        }

        @Override
        public String type() {
            return "";
        }
    }

    private static Optional<PlannedPackage> shortest(ImagePlan plan, Predicate<String> name) {
        return plan.packages().stream()
                .filter(one -> name.test(one.name()))
                .min(Comparator.comparingInt(one -> one.chain().size()));
    }

    private static String words(PlannedPackage found) {
        return found.chain().size() < 2
                ? found.name() + ", which the description asks for"
                : found.name() + " (" + String.join(" needs ", found.chain()) + ")";
    }
}
