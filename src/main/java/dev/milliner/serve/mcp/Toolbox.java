package dev.milliner.serve.mcp;

import java.util.List;

/** All tools. */
final class Toolbox {
    private static final List<Tool> ALL = List.of(
            new CheckTool(),
            new ListTool(),
            new ShowTool(),
            new OverlaysTool(),
            new PrepareDiffTool(),
            new DeriveTool(),
            new DeviationsTool(),
            new ReviewTool(),
            new ImagePackagesTool(),
            new ImageWhyTool(),
            new ExplainTool(),
            new EditTool());

    private Toolbox() {}

    /**
     * The tools that an agent has.
     *
     * @param edits whether it may change files
     */
    static List<Tool> of(boolean edits) {
        return ALL.stream().filter(tool -> edits || !tool.edits()).toList();
    }
}
