package dev.puesto.account;

import dev.puesto.api.InvalidInput;
import dev.puesto.api.UserError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit may set of a user.
 *
 * @param externalId null: none
 */
record UserDetails(String name, String email, @Nullable String externalId) {
    private static final int NAME_MAX = 200;
    private static final int EMAIL_MAX = 254;
    private static final int EXTERNAL_ID_MAX = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    UserDetails {
        name = name.strip();
        email = email.strip();
    }

    static UserDetails of(User user) {
        return new UserDetails(user.name(), user.email(), user.externalId());
    }

    /** These, with the external id of whom they bring back where they give none. */
    UserDetails after(@Nullable User before) {
        return before == null || externalId != null ? this : new UserDetails(name, email, before.externalId());
    }

    /** The first rule that a value breaks. */
    Optional<UserError> fault() {
        return Stream.of(
                        text("name", name, NAME_MAX),
                        text("email", email, EMAIL_MAX),
                        externalId == null
                                ? Optional.<UserError>empty()
                                : text("externalId", externalId, EXTERNAL_ID_MAX),
                        EMAIL.matcher(email).matches()
                                ? Optional.<UserError>empty()
                                : Optional.<UserError>of(InvalidInput.of("format", List.of("input", "email"))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<UserError> text(String field, String value, int max) {
        if (value.isEmpty()) {
            return Optional.of(InvalidInput.of("required", List.of("input", field)));
        }
        return value.codePointCount(0, value.length()) > max
                ? Optional.of(InvalidInput.of("tooLong", List.of("input", field), max))
                : Optional.empty();
    }
}
