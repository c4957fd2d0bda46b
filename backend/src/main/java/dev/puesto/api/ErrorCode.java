package dev.puesto.api;

/** The codes of top-level errors ({@code extensions.code}); everything else is a {@link UserError}. */
public enum ErrorCode {
    /** No token, or one that is not valid. */
    UNAUTHENTICATED(401),
    /** The token lacks a scope that the document needs. */
    FORBIDDEN(403),
    /** The request, its document or a value in it cannot be read. */
    BAD_REQUEST(400),
    /** A cursor that is not of the list it was given for. */
    BAD_CURSOR(400),
    /** An id in an input names nothing that the viewer may see. */
    NOT_FOUND(400),
    /** The document exceeds a limit of size, depth or cost. */
    QUERY_TOO_COMPLEX(400),
    /** The client spent its points. */
    RATE_LIMITED(429),
    /** Something that is needed does not answer: send the request again with the same idempotency key. */
    UNAVAILABLE(503),
    /** A fault of the product; the answer shows an id that the log shows too. */
    INTERNAL(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The HTTP status of a request that is refused as a whole for this. */
    public int httpStatus() {
        return httpStatus;
    }
}
