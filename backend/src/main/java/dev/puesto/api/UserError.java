package dev.puesto.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business outcome that changed nothing. Each is a record named as its GraphQL type, which implements the schema's
 * {@code UserError} and adds its value to {@code enum UserErrorCode}; the code is the type's name in capitals.
 *
 * <p>Records hold no text: the message is {@code userError.<TypeName>[.<kind>]} of the bundles under {@code messages/}.
 */
public interface UserError {

    /** The path of the input field that it concerns, from the argument on; null if it concerns the whole input. */
    default @Nullable List<String> field() {
        return null;
    }

    /** Chooses among several messages of one type; null for the type's only one. */
    default @Nullable String messageKind() {
        return null;
    }

    /** What the message's placeholders {@code {0}}, {@code {1}} stand for, in order. */
    default List<?> messageArguments() {
        return List.of();
    }

    /** The schema's code: the type's name in capitals, {@code SeatQuoteChanged} as {@code SEAT_QUOTE_CHANGED}. */
    default String code() {
        return UserErrorNames.CODES.get(getClass());
    }
}
