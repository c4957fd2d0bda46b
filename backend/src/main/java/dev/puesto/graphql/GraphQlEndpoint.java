package dev.puesto.graphql;

import dev.puesto.access.Viewer;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.GraphQlMediaType;
import dev.puesto.api.Refusal;
import dev.puesto.api.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /graphql}, by the GraphQL over HTTP specification. What cannot be handed to the engine is answered here;
 * the rest by {@link GraphQlRequests}.
 */
@Component("/graphql")
class GraphQlEndpoint implements HttpRequestHandler {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final GraphQlRequests requests;
    private final Refusals refusals;
    private final Points points;
    private final GraphQlSettings settings;
    private final JsonMapper json;

    GraphQlEndpoint(
            GraphQlRequests requests, Refusals refusals, Points points, GraphQlSettings settings, JsonMapper json) {
        this.requests = requests;
        this.refusals = refusals;
        this.points = points;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> mediaType = GraphQlMediaType.accepted(request.getHeader(HttpHeaders.ACCEPT));
        if (!"POST".equals(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            refusals.write(request, response, METHOD_NOT_ALLOWED, Refusal.badRequest("method"));
        } else if (mediaType.isEmpty()) {
            refusals.write(request, response, NOT_ACCEPTABLE, Refusal.badRequest("accept"));
        } else if (!isJson(request.getContentType())) {
            refusals.write(request, response, UNSUPPORTED_MEDIA_TYPE, Refusal.badRequest("contentType"));
        } else {
            answer(request, response, mediaType.get());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String mediaType) throws IOException {
        try {
            GraphQlBody body = GraphQlBody.read(request, settings.bodySize().toBytes(), settings.bodyTime());
            body.refuseControlCharacters();
            Locale locale = Refusals.language(request);
            write(response, mediaType, requests.run(body, viewer(), locale));
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    private void write(HttpServletResponse response, String mediaType, GraphQlAnswer answer) throws IOException {
        response.setStatus(answer.status(mediaType));
        response.setContentType(mediaType + ";charset=utf-8");
        byte[] body = json.writeValueAsBytes(answer.body());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (refusal.code() == ErrorCode.RATE_LIMITED) {
            points.describe(response, refusal);
        }
        if (refusal.code() == ErrorCode.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (refusal.code() == ErrorCode.FORBIDDEN) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"" + refusal.arguments()[0] + "\"");
        }
        refusals.write(request, response, status(refusal), refusal);
    }

    private static int status(Refusal refusal) {
        return "bodyTooLarge".equals(refusal.kind())
                ? CONTENT_TOO_LARGE
                : refusal.code().httpStatus();
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
            boolean utf8 = type.getCharset() == null || type.getCharset().name().equals("UTF-8");
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && utf8;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Viewer viewer() {
        return (Viewer) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }
}
