package dev.puesto.graphql;

import dev.puesto.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a GraphQL request.
 *
 * @param query the document
 * @param operationName which of its operations; null if it has only one
 */
record GraphQlBody(
        String query, @Nullable String operationName, Map<String, Object> variables, Map<String, Object> extensions) {
    private static final int CHUNK = 8192;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a request's body within its limits of size and time. */
    static GraphQlBody read(HttpServletRequest request, long bytesMax, Duration timeMax) throws IOException {
        return parse(bytes(request, bytesMax, timeMax));
    }

    private static byte[] bytes(HttpServletRequest request, long bytesMax, Duration timeMax) throws IOException {
        if (request.getContentLengthLong() > bytesMax) {
            throw tooLarge(bytesMax);
        }
        long givenUpAt = System.nanoTime() + timeMax.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        InputStream input = request.getInputStream();
        for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > bytesMax) {
                throw tooLarge(bytesMax);
            }
            if (System.nanoTime() > givenUpAt) {
                throw Refusal.badRequest("slow", timeMax.toSeconds());
            }
        }
        return body.toByteArray();
    }

    private static Refusal tooLarge(long bytesMax) {
        return Refusal.badRequest("bodyTooLarge", bytesMax);
    }

    private static GraphQlBody parse(byte[] bytes) {
        Object value;
        try {
            value = JSON.readValue(bytes, Object.class);
        } catch (JacksonException e) {
            throw Refusal.badRequest("json");
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw Refusal.badRequest("json");
        }
        if (members.get("query") == null) {
            throw Refusal.badRequest("empty");
        }
        return new GraphQlBody(
                required(members, "query"),
                members.get("operationName") == null ? null : required(members, "operationName"),
                object(members, "variables"),
                object(members, "extensions"));
    }

    private static String required(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw Refusal.badRequest("json");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<?, ?> members, String name) {
        return switch (members.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> (Map<String, Object>) object;
            default -> throw Refusal.badRequest("json");
        };
    }

    /** Refuses a NUL character in any text of the variables: the database cannot hold it. */
    void refuseControlCharacters() {
        refuseNul(operationName);
        refuseNul(variables);
    }

    private static void refuseNul(@Nullable Object value) {
        switch (value) {
            case String text -> refuseNul(text);
            case Map<?, ?> object ->
                object.forEach((name, member) -> {
                    refuseNul(name);
                    refuseNul(member);
                });
            case Iterable<?> list -> list.forEach(GraphQlBody::refuseNul);
            case null, default -> {}
        }
    }

    /** Refuses text with a NUL character. */
    static void refuseNul(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Refusal.badRequest("controlCharacter");
        }
    }
}
