package dev.puesto.account;

import dev.puesto.id.UserId;

/** What names one user of an account. */
public sealed interface UserKey {

    /** What it compares with: the value that {@link Users#is} binds. */
    Object value();

    /** By the user's id. */
    record ById(UserId id) implements UserKey {
        @Override
        public Object value() {
            return id;
        }
    }

    /** By the e-mail address, in upper or lower case. */
    record ByEmail(String email) implements UserKey {
        @Override
        public Object value() {
            return email;
        }
    }

    /** By the id in the integrator's system. */
    record ByExternalId(String externalId) implements UserKey {
        @Override
        public Object value() {
            return externalId;
        }
    }
}
