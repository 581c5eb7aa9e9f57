package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.Amount;
import dev.milliner.image.ClaimsFile.Written;
import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds what a file says beside a description against what the image would be, and against what was built. */
public final class FileClaims {
    /** The code of a problem of an image that is larger than it may be. */
    public static final String SIZE = "image-size";

    private static final Set<String> FIXED = Set.of("squashfs", "erofs");

    private final ClaimsFile claims;
    private final List<Problem> problems;

    private FileClaims(ClaimsFile claims) {
        this.claims = claims;
        this.problems = new ArrayList<>(claims.problems());
    }

    /** Checks what an image would be. */
    static List<Problem> check(ClaimsFile file, KiwiSelection selection, ImagePlan plan) {
        FileClaims claims = new FileClaims(file);
        file.maxSize().ifPresent(claim -> overBudget(plan.size(), claim.value(), claim.place())
                .forEach(claims.problems::add));
        selection.buildType().ifPresent(type -> {
            claims.planned(type.element(), selection.type());
            claims.plannedVerity(type);
        });
        return claims.problems;
    }

    /** Checks what was built. */
    public static List<Problem> check(ClaimsFile file, Inspection inspection) {
        FileClaims claims = new FileClaims(file);
        file.maxSize().ifPresent(claim -> overBudget(inspection.size(), claim.value(), claim.place())
                .forEach(claims.problems::add));
        switch (inspection.carrier()) {
            case Carrier.Disk disk -> claims.volumes(disk.volumes());
            case Carrier.Plain plain -> claims.unknowable("what was inspected is no disk");
            case Carrier.Container container -> claims.unknowable("a container does not say how its root is mounted");
        }
        return claims.problems;
    }

    /**
     * A problem where something is larger than it may be.
     *
     * @param size in bytes
     * @param most in bytes
     */
    public static List<Problem> overBudget(long size, long most, Place place) {
        return size <= most
                ? List.of()
                : List.of(new Problem(
                        Severity.ERROR,
                        SIZE,
                        "The image comes to " + Amount.of(size, "byte") + ", " + (size - most) + " more than the "
                                + most + " that it may have.",
                        place));
    }

    /** A description makes the root read-only by its file system, or by laying nothing that takes writes over it. */
    private void planned(KiwiElement type, String image) {
        claims.readOnlyRoot().ifPresent(claim -> {
            if (new KiwiType(image).isContainer() || !new KiwiType(image).needsLoopDevice()) {
                cannotSay(claim, "the type " + image + " does not say how its root is mounted");
                return;
            }
            boolean overlaid = type.isTrue("overlayroot");
            boolean written = !type.value("overlayroot_write_partition").strip().equals("false");
            boolean fixed = overlaid
                    ? !written
                    : FIXED.contains(type.value("filesystem").strip());
            if (fixed != claim.value()) {
                fails(
                        claim,
                        fixed
                                ? "nothing in the type's root can be written to"
                                : overlaid
                                        ? "overlayroot lays a partition over the root that takes what is written; write"
                                                + " overlayroot_write_partition=\"false\""
                                        : "the root is of " + type.value("filesystem") + ", which can be written to");
            }
        });
    }

    /** What a script does to the finished disk is not told before it is built. */
    private void plannedVerity(KiwiBuildType type) {
        claims.verity().ifPresent(claim -> {
            boolean asked = !type.element().value("verity_blocks").isBlank();
            if (claim.value() && !asked && !type.ownLoader()) {
                fails(claim, "the type has no verity_blocks, and no script edits the disk");
            } else if (!claim.value() && asked) {
                fails(claim, "the type has verity_blocks");
            }
        });
    }

    private void verity(Written<Boolean> claim, Volume root) {
        switch (root.verity()) {
            case VolumeVerity.Absent()
            when claim.value() -> fails(claim, "the root is " + root.words() + ", which has no hash tree");
            case VolumeVerity.Absent() -> {}
            case VolumeVerity.Matches matches when claim.value() -> {}
            case VolumeVerity.Matches matches -> fails(claim, root.words() + ": " + matches.words());
            case VolumeVerity.Differs differs -> fails(claim, root.words() + ": " + differs.words());
            case VolumeVerity.Unsaid unsaid -> cannotSay(claim, root.words() + ": " + unsaid.why());
        }
    }

    private void volumes(List<Volume> volumes) {
        claims.verity().ifPresent(claim -> volumes.stream()
                .filter(volume -> volume.place().equals("/"))
                .forEach(root -> verity(claim, root)));
        claims.readOnlyRoot().ifPresent(claim -> volumes.stream()
                .filter(volume -> volume.place().equals("/"))
                .filter(volume -> volume.writable() == claim.value())
                .forEach(volume -> fails(
                        claim,
                        "the root is " + volume.words() + ", "
                                + (volume.writable() ? "which can be written to" : "which nothing can write to"))));
        claims.writable().ifPresent(claim -> volumes.forEach(volume -> writable(claim, volume)));
    }

    private void writable(Written<List<String>> claim, Volume volume) {
        if (!volume.writable() || claim.value().contains(volume.place())) {
            return;
        }
        if (volume.place().isEmpty()) {
            cannotSay(claim, volume.words() + " was not read, and nothing says where it is mounted");
        } else {
            fails(
                    claim,
                    volume.words() + " is mounted at " + volume.place() + " and can be written to, and is not named");
        }
    }

    private void unknowable(String why) {
        claims.readOnlyRoot().ifPresent(claim -> cannotSay(claim, why));
        claims.writable().ifPresent(claim -> cannotSay(claim, why));
        claims.verity().ifPresent(claim -> cannotSay(claim, why));
    }

    private void fails(Written<?> claim, String fact) {
        add(
                Severity.WARNING,
                "'" + claim.key() + " = " + claim.value() + "' does not hold: " + fact + ".",
                claim.place());
    }

    private void cannotSay(Written<?> claim, String why) {
        add(
                Severity.NOTE,
                "Whether '" + claim.key() + " = " + claim.value() + "' holds cannot be said: " + why + ".",
                claim.place());
    }

    private void add(Severity severity, String message, Place place) {
        problems.add(new Problem(severity, "image-claim", message, place));
    }
}
