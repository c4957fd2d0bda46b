package dev.puesto.api;

/** The codes of top-level errors ({@code extensions.code}); everything else is a {@link UserError}. */
public enum ErrorCode {
    /** No token, or one that is not valid. */
    UNAUTHENTICATED,
    /** The token lacks a scope that the document needs. */
    FORBIDDEN,
    /** The request, its document or a value in it cannot be read. */
    BAD_REQUEST,
    /** A cursor that is not of the list it was given for. */
    BAD_CURSOR,
    /** An id in an input names nothing that the viewer may see. */
    NOT_FOUND,
    /** The document exceeds a limit of size, depth or cost. */
    QUERY_TOO_COMPLEX,
    /** The client spent its points. */
    RATE_LIMITED,
    /** Something that is needed does not answer: send the request again with the same idempotency key. */
    UNAVAILABLE,
    /** A fault of the product; the answer shows an id that the log shows too. */
    INTERNAL
}
