package dev.milliner.workbench.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench's sources say: which texts of the bundle they ask for, and what they say without asking.
 *
 * @param calls what is asked for
 * @param unasked literals that look like words for people, as {@code Class: literal}
 */
record SpokenSource(List<Call> calls, List<String> unasked) {
    static final Path WORKBENCH = Path.of("src/main/java/dev/milliner/workbench");

    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L},.:;…’']* +\\p{L}");

    /** What is given to these is for the log, names a thread, or says how a date is written. */
    private static final Pattern UNSAID =
            Pattern.compile("^Failures\\.report$|\\.daemon\\(\\)\\.name$|^DateTimeFormatter\\.ofPattern$");

    /**
     * A text that is asked for.
     *
     * @param key its key; null where that is no literal
     * @param counted whether a number chooses it
     * @param arguments how many things are put in, the number too
     */
    record Call(String where, @Nullable String key, boolean counted, int arguments) {}

    static SpokenSource ofWorkbench() throws IOException {
        SpokenSource source = new SpokenSource(new ArrayList<>(), new ArrayList<>());
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(WORKBENCH)) {
            List<Path> sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                source.new Listener(unit, positions).scan(unit, null);
            }
        }
        return source;
    }

    /** Goes through one file. */
    private final class Listener extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String name;

        Listener(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            name = file.substring(0, file.length() - ".java".length());
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
            String method = call.getMethodSelect().toString();
            if (method.equals("Wording.of") || method.equals("Wording.counted")) {
                ExpressionTree first = call.getArguments().getFirst();
                calls.add(new Call(
                        name + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, call)),
                        first instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : null,
                        method.endsWith("counted"),
                        call.getArguments().size() - 1));
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
            if (literal.getValue() instanceof String text && WORDS.matcher(text).find() && !isForProgrammers()) {
                unasked.add(name + ": " + text.strip());
            }
            return super.visitLiteral(literal, null);
        }

        /** What an exception or an annotation says, or nobody is told. */
        private boolean isForProgrammers() {
            for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
                if (isForProgrammers(at.getLeaf())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isForProgrammers(Tree tree) {
            return switch (tree) {
                case AnnotationTree annotation -> true;
                case NewClassTree made -> made.getIdentifier().toString().endsWith("Exception");
                case MethodInvocationTree call ->
                    UNSAID.matcher(call.getMethodSelect().toString()).find();
                default -> false;
            };
        }
    }
}
