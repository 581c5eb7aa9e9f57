package dev.milliner.build.koji;

/**
 * A build target.
 *
 * @param name its name
 * @param buildTag the tag that packages to build with come from
 * @param destination the tag that gets what was built
 */
public record KojiTarget(String name, String buildTag, String destination) {}
