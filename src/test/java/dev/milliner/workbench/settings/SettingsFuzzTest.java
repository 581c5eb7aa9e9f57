package dev.milliner.workbench.settings;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any settings are read, and what does not hold of them is told. */
class SettingsFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                appearance.theme = "dark"
                [editor]
                font-size = 13
                wrap = true
                [keys]
                save = "Ctrl+S"
                none = ""
                """));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "[",
                "]",
                "{",
                "}",
                "=",
                "\"",
                "'",
                "[keys]\n",
                "\"Ctrl+Shift+\"",
                "\"+\"",
                "99999999999999999999",
                "nan",
                "1979-05-27",
                "[[",
                "a.");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        SettingsText text = SettingsStore.read(file("settings.toml", input));
        use(text.told());
        use(text.settings());
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }
}
