package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A repository of a description.
 *
 * @param alias its name; made of its position where it has none
 * @param source its URI
 * @param profiles those it counts for; empty for all
 * @param architectures those it counts for; empty for all
 * @param priority as DNF counts, where it is given
 * @param kind what the URI leads to
 * @param keys the URIs of its signing keys
 * @param signed whether its metadata must be signed
 * @param onlyInImage whether the build takes nothing from it, and only the finished image knows it
 * @param customize the script that changes its file before the package manager reads it, or empty
 * @param place where it stands
 */
public record KiwiRepository(
        String alias,
        String source,
        List<String> profiles,
        List<String> architectures,
        OptionalInt priority,
        RepositorySource.Kind kind,
        List<String> keys,
        boolean signed,
        boolean onlyInImage,
        String customize,
        Place place) {
    /** What stands for the description's own folder. */
    private static final String BESIDE = "this://";

    /** With lists that nobody changes. */
    public KiwiRepository {
        profiles = List.copyOf(profiles);
        architectures = List.copyOf(architectures);
        keys = List.copyOf(keys);
    }

    /**
     * Reads one.
     *
     * @param number which one of the description it is, from 1
     * @param beside where a path beside the description leads
     */
    static KiwiRepository of(KiwiElement repository, int number, UnaryOperator<String> beside) {
        Optional<KiwiElement> source = repository.children("source").stream().findFirst();
        String alias = repository.value("alias").strip();
        String priority = repository.value("priority").strip();
        return new KiwiRepository(
                alias.isEmpty() ? "repository-" + number : alias,
                source.map(one -> address(one.value("path"), "dir://", beside)).orElse(""),
                repository.profiles(),
                repository.architectures(),
                priority.matches("[0-9]{1,6}") ? OptionalInt.of(Integer.parseInt(priority)) : OptionalInt.empty(),
                kind(repository.value("sourcetype").strip()),
                source.stream()
                        .flatMap(one -> one.children("signing").stream())
                        .map(signing -> address(signing.value("key"), "file://", beside))
                        .toList(),
                repository.isTrue("repository_gpgcheck"),
                repository.isTrue("imageonly"),
                repository.value("customize").strip(),
                repository.place());
    }

    private static String address(String written, String scheme, UnaryOperator<String> beside) {
        return written.startsWith(BESIDE) ? scheme + beside.apply(written.substring(BESIDE.length())) : written;
    }

    private static RepositorySource.Kind kind(String type) {
        return switch (type) {
            case "metalink" -> RepositorySource.Kind.METALINK;
            case "mirrorlist" -> RepositorySource.Kind.MIRROR_LIST;
            default -> RepositorySource.Kind.BASE;
        };
    }

    /** Where its metadata is found. */
    public RepositorySource location() {
        return new RepositorySource(
                alias, kind, source, priority.orElse(RepositoryMetadata.DEFAULT_PRIORITY), keys, signed);
    }
}
