package dev.milliner.command;

import dev.milliner.answer.DefinitionJson;
import dev.milliner.build.explain.Explainer;
import dev.milliner.build.host.EngineKind;
import dev.milliner.distro.Vocabulary;
import dev.milliner.rpm.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that options take which take no others; shells complete them. Each is what the option's check takes. */
final class Offered {
    private Offered() {}

    /** Words, in the form in which annotations name them. */
    abstract static class Words extends ArrayList<String> {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Words(List<String> words) {
            super(words);
        }
    }

    /** Levels of x86-64. */
    static final class Levels extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Levels() {
            super(Arrays.stream(Level.values()).map(Level::shortName).toList());
        }
    }

    /** Who builds. */
    static final class Engines extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Engines() {
            super(Arrays.stream(EngineKind.values()).map(EngineKind::word).toList());
        }
    }

    /** Tools whose logs are known. */
    static final class Tools extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Tools() {
            super(Explainer.tools());
        }
    }

    /** Kinds of definitions. */
    static final class Kinds extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Kinds() {
            super(DefinitionJson.ORDER.stream().map(ShowCommand::word).toList());
        }
    }

    /** Why overlays are there. */
    static final class Categories extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Categories() {
            super(Vocabulary.CATEGORY.words());
        }
    }

    /** How overlays stand to upstream. */
    static final class UpstreamStatuses extends Words {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        UpstreamStatuses() {
            super(Vocabulary.UPSTREAM_STATUS.words());
        }
    }
}
