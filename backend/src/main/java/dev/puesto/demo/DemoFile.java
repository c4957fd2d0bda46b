package dev.puesto.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code demo/} on the class path: what the demo consists of, without its dates. */
final class DemoFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DemoFile() {}

    /** Reads one file into records of its shape. */
    static <T> T read(String name, Class<T> shape) {
        try (InputStream file = Objects.requireNonNull(DemoFile.class.getResourceAsStream("/demo/" + name), name)) {
            return JSON.readValue(file, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
