package dev.puesto.account;

import static dev.puesto.account.TextRules.EMAIL_MAX;
import static dev.puesto.account.TextRules.text;

import dev.puesto.api.UserError;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit may set of a user.
 *
 * @param externalId null: none
 */
record UserDetails(String name, String email, @Nullable String externalId) {
    private static final int NAME_MAX = 200;
    private static final int EXTERNAL_ID_MAX = 200;

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
                        text(name, NAME_MAX, "name"),
                        text(email, EMAIL_MAX, "email"),
                        externalId == null
                                ? Optional.<UserError>empty()
                                : text(externalId, EXTERNAL_ID_MAX, "externalId"),
                        TextRules.email(email, "email"))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
