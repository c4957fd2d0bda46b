package dev.puesto.account;

import dev.puesto.api.InvalidInput;
import dev.puesto.api.UserError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on texts that an edit sets; each names the field as a path below the input. */
final class TextRules {
    static final int EMAIL_MAX = 254;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private TextRules() {}

    /** There is a text, and it is no longer than that. */
    static Optional<UserError> text(String value, int max, String... field) {
        if (value.isEmpty()) {
            return Optional.of(InvalidInput.of("required", path(field)));
        }
        return value.codePointCount(0, value.length()) > max
                ? Optional.of(InvalidInput.of("tooLong", path(field), max))
                : Optional.empty();
    }

    /** It has the form of an e-mail address. */
    static Optional<UserError> email(String value, String... field) {
        return form(EMAIL.matcher(value).matches(), field);
    }

    /** It has the right form. */
    static Optional<UserError> form(boolean right, String... field) {
        return right ? Optional.empty() : Optional.of(InvalidInput.of("format", path(field)));
    }

    private static List<String> path(String... field) {
        return Stream.concat(Stream.of("input"), Stream.of(field)).toList();
    }
}
