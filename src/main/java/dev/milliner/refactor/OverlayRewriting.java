package dev.milliner.refactor;

import dev.milliner.distro.Overlay;
import dev.milliner.overlay.derive.OverlayTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives an overlay that has a header of its own another kind, where it stands; its words, comments and reasons stay. */
record OverlayRewriting(Draft draft, String path, TomlFile file, TomlBlock block) {
    static OverlayRewriting of(Draft draft, Overlay overlay) throws Obstacle {
        String path = overlay.place().file();
        TomlFile file = draft.file(path);
        int line = overlay.place().range().line() - 1;
        TomlBlock block = file.blocks().stream()
                .filter(one -> one.list() && one.header() == line)
                .findFirst()
                .orElseThrow(() -> new Obstacle("The overlay in line " + (line + 1) + " of " + path
                        + " has no header of its own. Give it one first."));
        return new OverlayRewriting(draft, path, file, block);
    }

    /** Writes it as another. */
    void write(OverlayTable before, OverlayTable now) throws Obstacle {
        write(before, List.of(now));
    }

    /** Writes it as others, each with its header and its reasons. */
    void write(OverlayTable before, List<OverlayTable> now) throws Obstacle {
        String header = file.lines(block.header(), block.header() + 1);
        List<String> written = new ArrayList<>();
        for (OverlayTable one : now) {
            written.add(header + written(before, one));
        }
        String between = written.getFirst().endsWith(file.lineEnd())
                ? file.lineEnd()
                : file.lineEnd().repeat(2);
        draft.write(
                path,
                file.lines(0, block.header())
                        + String.join(between, written)
                        + file.lines(block.content(), file.end()));
    }

    /** All below the header; the new keys stand where its type stood. */
    private String written(OverlayTable before, OverlayTable now) throws Obstacle {
        Set<String> gone = new HashSet<>(Set.of("type"));
        before.keys().forEach(key -> gone.add(key.name()));
        StringBuilder text = new StringBuilder();
        int from = block.header() + 1;
        for (TomlStatement statement : TomlStatement.of(file, block)) {
            if (gone.contains(statement.keys().getFirst())) {
                text.append(file.lines(from, statement.line()));
                text.append(
                        statement.keys().getFirst().equals("type")
                                ? now.keysToml().replace("\n", file.lineEnd())
                                : "");
                from = statement.end();
            }
        }
        return text.append(file.lines(from, block.content())).toString();
    }
}
