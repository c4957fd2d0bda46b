package dev.puesto.account;

import dev.puesto.id.UserId;

/** What names one user of an account. */
public sealed interface UserKey {

    /** By the user's id. */
    record ById(UserId id) implements UserKey {}

    /** By the e-mail address, in upper or lower case. */
    record ByEmail(String email) implements UserKey {}

    /** By the id in the integrator's system. */
    record ByExternalId(String externalId) implements UserKey {}
}
