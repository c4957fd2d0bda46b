package dev.puesto.account;

import dev.puesto.access.Role;
import dev.puesto.id.AccountId;
import dev.puesto.id.ContactId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.util.List;

/**
 * A person who signs in to the console for an account.
 *
 * @param locale {@code es} or {@code en}: the language of mails
 */
public record Contact(
        AccountId accountId,
        ContactId contactId,
        String name,
        String email,
        String locale,
        List<Role> roles,
        Instant createdAt) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "Contact";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, contactId);
    }
}
