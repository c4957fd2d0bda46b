package dev.puesto.api;

import java.util.List;

/**
 * A value of the input breaks a rule; the message is {@code userError.InvalidInput.<messageKind>}.
 *
 * @param field the path of the input field, from the argument on
 * @param messageKind which rule: {@code required}, {@code tooLong}, {@code format} ... of the bundles
 * @param messageArguments what the message's placeholders stand for
 */
public record InvalidInput(List<String> field, String messageKind, List<?> messageArguments) implements UserError {

    /** The error of that rule for the field at that path. */
    public static InvalidInput of(String messageKind, List<String> field, Object... messageArguments) {
        return new InvalidInput(field, messageKind, List.of(messageArguments));
    }
}
