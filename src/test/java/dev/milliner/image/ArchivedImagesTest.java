package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that hold several images, made by umoci, skopeo and tar. */
class ArchivedImagesTest {
    @TempDir(factory = MemoryFolder.class)
    private static Path folder;

    /** Two tags of two architectures: in one OCI layout, and the second of them below an index of its own, as buildkit writes it. */
    @BeforeAll
    static void make() throws IOException {
        ArtifactTools.assume("umoci", "skopeo", "python3");
        ArtifactTools.sh(folder, """
                umoci init --layout lay
                for one in amd64 arm64; do
                  umoci new --image lay:$one
                  umoci config --image lay:$one --architecture $one
                  umoci unpack --rootless --image lay:$one $one-bundle
                  mkdir -p $one-bundle/rootfs/etc
                  echo ID=$one > $one-bundle/rootfs/etc/os-release
                  umoci repack --image lay:$one $one-bundle
                done
                tar -C lay -cf flat.tar .
                skopeo copy -q oci:lay:arm64 docker-archive:docker.tar:hat:arm
                cp -r lay deep
                python3 - <<'END'
                import hashlib, json
                index = json.load(open('deep/index.json'))
                for one in index['manifests']:
                    one['platform'] = {'os': 'linux', 'architecture': one['annotations']['org.opencontainers.image.ref.name']}
                    del one['annotations']
                    if one['platform']['architecture'] == 'arm64':
                        one['platform']['variant'] = 'v8'
                vouching = dict(index['manifests'][0])
                vouching['annotations'] = {'vnd.docker.reference.type': 'attestation-manifest'}
                vouching['platform'] = {'os': 'unknown', 'architecture': 'unknown'}
                inner = json.dumps({'schemaVersion': 2, 'manifests': list(reversed(index['manifests'])) + [vouching]}).encode()
                digest = hashlib.sha256(inner).hexdigest()
                open('deep/blobs/sha256/' + digest, 'wb').write(inner)
                outer = {'mediaType': 'application/vnd.oci.image.index.v1+json', 'digest': 'sha256:' + digest, 'size': len(inner),
                         'annotations': {'io.containerd.image.name': 'registry.invalid/hat:2'}}
                json.dump({'schemaVersion': 2, 'manifests': [outer]}, open('deep/index.json', 'w'))
                END
                tar -C deep -cf deep.tar .
                """);
    }

    private static String id(String name, String wanted) throws IOException {
        Inspection inspection = Inspector.inspect(folder.resolve(name), Optional.ofNullable(wanted));
        return String.valueOf(inspection.osRelease().get("ID"));
    }

    @ParameterizedTest
    @CsvSource({
        "flat.tar, , amd64",
        "flat.tar, arm64, arm64",
        "flat.tar, amd64, amd64",
        "flat.tar, linux/arm64, arm64",
        "deep.tar, , amd64",
        "deep.tar, linux/arm64, arm64",
        "deep.tar, linux/arm64/v8, arm64",
        "deep.tar, 2, amd64",
        "deep.tar, registry.invalid/hat:2, amd64",
        "docker.tar, , arm64",
        "docker.tar, arm, arm64",
        "docker.tar, hat, arm64",
        "docker.tar, hat:arm, arm64",
        "docker.tar, linux/arm64, arm64"
    })
    void theOneThatIsMeantIsRead(String name, String wanted, String id) throws IOException {
        assertThat(id(name, wanted)).isEqualTo(id);
    }

    @Test
    void aDigestMeansOneToo() throws IOException {
        String words = Inspector.inspect(folder.resolve("deep.tar")).remarks().getFirst();
        assertThat(words)
                .contains("It holds 2 images: ", "linux/arm64/v8", "This is registry.invalid/hat:2 (linux/amd64");
        String digest = words.replaceAll("(?s).*linux/arm64/v8, (sha256:[0-9a-f]{12}).*", "$1");
        assertThat(id("deep.tar", digest)).isEqualTo("arm64");
        assertThat(id("deep.tar", digest.substring("sha256:".length()))).isEqualTo("arm64");
    }

    @ParameterizedTest
    @CsvSource({
        "flat.tar, linux/s390x, but amd64 (linux/amd64",
        "docker.tar, cap, but docker.io/library/hat:arm (linux/arm64",
        "lay, amd64, it holds no containers to choose 'amd64' from"
    })
    void whatIsNotThereIsSaidWithWhatIs(String name, String wanted, String words) {
        assertThatThrownBy(() -> id(name, wanted))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words.replace("''", "'"));
    }
}
