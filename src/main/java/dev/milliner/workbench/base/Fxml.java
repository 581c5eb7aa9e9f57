package dev.milliner.workbench.base;

import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files that lie beside the workbench's classes. */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads a file and sets the {@code @FXML} fields of its controller. Its texts are keys of {@link Wording}, as
     * {@code %key}.
     *
     * @param name path of the file below the workbench's resources
     * @param controller the object whose fields are set to what the file describes
     */
    public static void load(String name, Object controller) {
        URL file = Objects.requireNonNull(Fxml.class.getResource("/dev/milliner/workbench/" + name), name);
        FXMLLoader loader = new FXMLLoader(file, Wording.bundle());
        loader.setController(controller);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " can't be read", e);
        }
    }
}
