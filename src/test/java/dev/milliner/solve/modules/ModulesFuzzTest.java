package dev.milliner.solve.modules;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/** Any modules.yaml is read, or refused as no YAML. */
class ModulesFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                ---
                document: modulemd
                version: 2
                data:
                  name: nodejs
                  stream: "10"
                  version: 20200101
                  context: c0ffee42
                  arch: x86_64
                  static_context: true
                  license: &l {module: [MIT]}
                  dependencies:
                  - buildrequires: {platform: [f35]}
                    requires: {platform: [], other: [-x]}
                  profiles:
                    default: {rpms: [nodejs, npm]}
                  artifacts: {rpms: ["nodejs-1:10-1.x86_64"]}
                  demodularized: {rpms: [old]}
                ...
                ---
                document: modulemd-defaults
                version: 1
                data:
                  module: nodejs
                  modified: 202001010000
                  stream: '10'
                  profiles: {'10': [default]}
                ...
                """));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "---\n",
                "...\n",
                "- ",
                "? ",
                ": ",
                "&a ",
                "*a",
                "*l",
                "!!binary ",
                "!<x> ",
                "%YAML 1.9\n",
                "%TAG ! x\n",
                "|\n",
                ">-\n",
                "[",
                "]",
                "{",
                "}",
                ",",
                "'",
                "\"",
                "\\x",
                "\\U0FFFFFFF",
                "<<: ",
                "\t",
                "#",
                "- - - ",
                "{a: ",
                "&a [*a]",
                "\n  ",
                "\u2028");
    }

    @Override
    protected void read(byte[] input) {
        use(ModuleDocuments.read(new ByteArrayInputStream(input)));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof YAMLException;
    }
}
