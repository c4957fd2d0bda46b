package dev.puesto.graphql;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.GraphQlMediaType;
import java.util.List;
import java.util.Map;

/**
 * What the engine answers.
 *
 * @param run whether the operation was begun, so that there is data
 * @param body as JSON
 */
record GraphQlAnswer(boolean run, Map<String, Object> body) {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** 503 where something did not answer; 400 for what was not run, unless the client asks for plain JSON; else 200. */
    int status(String mediaType) {
        if (hasUnavailable()) {
            return ErrorCode.UNAVAILABLE.httpStatus();
        }
        return run || mediaType.equals(GraphQlMediaType.JSON) ? OK : BAD_REQUEST;
    }

    private boolean hasUnavailable() {
        return body.get("errors") instanceof List<?> errors && errors.stream().anyMatch(GraphQlAnswer::isUnavailable);
    }

    private static boolean isUnavailable(Object error) {
        return error instanceof Map<?, ?> shown
                && shown.get("extensions") instanceof Map<?, ?> extensions
                && ErrorCode.UNAVAILABLE.name().equals(extensions.get("code"));
    }
}
