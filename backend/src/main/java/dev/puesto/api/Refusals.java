package dev.puesto.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that is refused as a whole: GraphQL's error format, the code, our words in the caller's language. */
@Component
public class Refusals {
    private final Messages messages;
    private final JsonMapper json;

    Refusals(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** Writes the answer with that HTTP status. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, Refusal refusal)
            throws IOException {
        Map<String, Object> error = Map.of(
                "message", messages.text(language(request), refusal),
                "extensions", Map.of("code", refusal.code().name()));
        response.setStatus(status);
        response.setContentType(mediaType(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("errors", List.of(error))));
    }

    /** The first language of {@code Accept-Language} that the product speaks, else English. */
    public static Locale language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> Stream.of("es", "en").anyMatch(locale.getLanguage()::equals))
                .findFirst()
                .orElse(Messages.LANGUAGES.getFirst());
    }

    /** The answer's media type by {@code Accept}: JSON for a client that asks for it before GraphQL's own. */
    public static String mediaType(HttpServletRequest request) {
        return GraphQlMediaType.answering(request.getHeader(HttpHeaders.ACCEPT));
    }
}
