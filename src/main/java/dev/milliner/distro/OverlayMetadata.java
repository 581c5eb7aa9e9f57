package dev.milliner.distro;

import java.util.List;

/**
 * Why an overlay or a component group exists.
 *
 * @param category what kind of deviation it is, such as {@code azl-pruning}
 * @param upstreamStatus how it stands to upstream, such as {@code upstreamable}
 * @param commits URLs of upstream commits
 * @param bugs URLs of issues
 */
public record OverlayMetadata(String category, String upstreamStatus, List<String> commits, List<String> bugs) {
    static OverlayMetadata of(TableValue table) {
        return new OverlayMetadata(
                table.text("category"),
                table.text("upstream-status"),
                table.tables("commits").stream().map(item -> item.text("url")).toList(),
                table.tables("bugs").stream().map(item -> item.text("url")).toList());
    }
}
