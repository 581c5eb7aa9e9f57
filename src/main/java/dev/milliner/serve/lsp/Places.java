package dev.milliner.serve.lsp;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places of a distro's files as a client knows them. */
record Places(DistroState state, PositionEncoding encoding) {
    /** The address of a file: that by which the client opened it, where it is open. */
    String uri(String file) {
        OpenDocument open = state.documents().get(file);
        return open == null ? state.distro().tree().root().resolve(file).toUri().toString() : open.uri();
    }

    Location location(Place place) {
        return new Location(uri(place.file()), range(place));
    }

    Range range(Place place) {
        return range(place.file(), place.range());
    }

    /** A range in a file. Its text is looked at only where columns are not counted as ours are. */
    Range range(String file, TextRange range) {
        if (encoding == PositionEncoding.UTF_16) {
            return new Range(
                    new Position(range.line() - 1, range.column() - 1),
                    new Position(range.endLine() - 1, range.endColumn() - 1));
        }
        OpenDocument open = state.documents().get(file);
        TextPositions positions = open == null
                ? new TextPositions(state.distro().tree().read(file).orElse(""), encoding)
                : open.positions();
        return positions.range(range);
    }
}
