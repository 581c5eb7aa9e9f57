package dev.milliner.build.history;

import java.util.OptionalLong;

/**
 * What is remembered of a build's task on a farm.
 *
 * @param profile the profile of the farm's client that names the hub
 * @param target the build target, or empty where it is not known
 * @param scratch whether the result is thrown away after a while
 * @param task the task's number, once the hub gave one
 * @param page where people look at the task, or empty
 */
public record FarmTask(String profile, String target, boolean scratch, OptionalLong task, String page) {
    /** For people: {@code koji task 48213 · scratch}. */
    public String note() {
        String number = task.isPresent() ? "koji task " + task.getAsLong() : "koji, no task yet";
        return number + (scratch ? " · scratch" : "");
    }
}
