package dev.puesto.account;

import dev.puesto.api.UserError;

/** What came of editing a user. */
sealed interface UserOutcome {

    /** The user as it is now. */
    record Saved(User user) implements UserOutcome {}

    /** Nothing changed. */
    record Refused(UserError error) implements UserOutcome {}
}
