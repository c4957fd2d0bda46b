package dev.puesto.account;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names one user of an account, as the schema's input of that name: exactly one of the three is given. */
public record UserKeyInput(
        @Nullable GlobalId id,
        @Nullable String email,
        @Nullable String externalId) {

    /** The key within that account; empty for an id of something else, which names nobody there. */
    public Optional<UserKey> in(AccountId account) {
        if (id != null) {
            return id.in(account, User.TYPE, UserId::new).map(UserKey.ById::new);
        }
        return Optional.of(email == null ? new UserKey.ByExternalId(externalId) : new UserKey.ByEmail(email));
    }
}
