package dev.milliner.distro;

/** Publish channels of a publish table. */
final class Channels {
    private Channels() {}

    /** The channel for binary packages; the old key {@code channel} serves where the new one is not set. */
    static String rpm(TableValue publish) {
        String channel = publish.text("rpm-channel");
        return channel.isEmpty() ? publish.text("channel") : channel;
    }
}
