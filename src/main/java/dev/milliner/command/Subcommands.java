package dev.milliner.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The program's commands. Each takes some milliseconds to make, so that a command line which names one makes no other. */
final class Subcommands {
    /** In the order of the usage. */
    private static final List<Class<?>> ALL = List.of(
            CheckCommand.class,
            ListCommand.class,
            ConfigCommand.class,
            ShowCommand.class,
            PrepareCommand.class,
            OverlaysCommand.class,
            RebaseCommand.class,
            DeriveCommand.class,
            DeviationsCommand.class,
            ReviewCommand.class,
            HistoryCommand.class,
            RefactorCommand.class,
            QueryCommand.class,
            BuildCommand.class,
            BuildsCommand.class,
            BootCommand.class,
            ExplainCommand.class,
            KojiCommand.class,
            InspectCommand.class,
            SolveCommand.class,
            ImageCommand.class,
            LspCommand.class,
            McpCommand.class,
            DoctorCommand.class,
            OpenCommand.class,
            CompletionCommand.class,
            ManualCommand.class,
            HelpCommand.class);

    /** Those that tell of the others. */
    private static final Set<Class<?>> TELLING =
            Set.of(HelpCommand.class, CompletionCommand.class, ManualCommand.class);

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private Subcommands() {}

    /** Those that a command line can mean: the one that its first word names, or all where it names none or one that tells of the others. */
    static List<Class<?>> meantBy(String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            return List.of();
        }
        List<Class<?>> named = ALL.stream()
                .filter(type -> arguments.length > 0 && name(type).equals(arguments[0]))
                .toList();
        return named.isEmpty() || TELLING.contains(named.getFirst()) ? ALL : named;
    }

    /** What a command is called, by its class, as to read its annotation takes longer. */
    static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("Command$", "").toLowerCase(Locale.ROOT);
    }
}
