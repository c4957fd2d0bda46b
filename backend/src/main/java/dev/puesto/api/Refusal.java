package dev.puesto.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request, or one field of it, with a top-level error. For what a client did wrong or cannot help; a business
 * outcome is a {@link UserError} instead. Has no stack trace: it is no fault of the product.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String kind;
    private final transient Object[] arguments;
    private final List<String> argumentPath;

    private Refusal(ErrorCode code, @Nullable String kind, List<String> argumentPath, Object... arguments) {
        super(kind == null ? code.name() : code.name() + "." + kind, null, false, false);
        this.code = code;
        this.kind = kind;
        this.arguments = arguments;
        this.argumentPath = argumentPath;
    }

    /** The refusal of that code with its general message; the arguments stand for the message's placeholders. */
    public static Refusal of(ErrorCode code, Object... arguments) {
        return new Refusal(code, null, List.of(), arguments);
    }

    /** The refusal of that code with the message {@code error.<code>.<kind>}. */
    public static Refusal ofKind(ErrorCode code, String kind, Object... arguments) {
        return new Refusal(code, kind, List.of(), arguments);
    }

    /** An id in an input that names nothing the viewer may see; the path begins with the argument's name. */
    public static Refusal notFound(String... argumentPath) {
        return new Refusal(ErrorCode.NOT_FOUND, null, List.of(argumentPath));
    }

    /** A value in the request that breaks a rule of form, with the message {@code error.BAD_REQUEST.<kind>}. */
    public static Refusal badRequest(String kind, Object... arguments) {
        return new Refusal(ErrorCode.BAD_REQUEST, kind, List.of(), arguments);
    }

    /** The code for {@code extensions.code}. */
    public ErrorCode code() {
        return code;
    }

    /** The key of the message in the bundles. */
    public String messageKey() {
        return "error." + getMessage();
    }

    /** The kind within the code; null for the general message. */
    public @Nullable String kind() {
        return kind;
    }

    /** What the message's placeholders stand for. */
    public Object[] arguments() {
        return arguments.clone();
    }

    /** The path of the argument that is meant, or empty. */
    public List<String> argumentPath() {
        return argumentPath;
    }
}
