package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The users that a change of seats names, in the order of its results: by id, by e-mail address, by external id.
 *
 * @param userIds ids of whatever object the client named
 */
record UserSelection(List<GlobalId> userIds, List<String> emails, List<String> externalIds) {
    /** The most users of one call. */
    static final int MAX = 1_000;

    /** The id of no user. */
    static final UserId NOBODY = new UserId(new UUID(0, 0));

    /** Those users, by id. */
    static UserSelection of(AccountId account, List<UserId> users) {
        return new UserSelection(
                users.stream()
                        .map(user -> GlobalId.of(User.TYPE, account, user))
                        .toList(),
                List.of(),
                List.of());
    }

    int size() {
        return userIds.size() + emails.size() + externalIds.size();
    }

    /** The ids as users of that account; what is something else names nobody. */
    List<UserId> usersIn(AccountId account) {
        return userIds.stream()
                .map(id -> id.in(account, User.TYPE, UserId::new).orElse(NOBODY))
                .toList();
    }

    /** The addresses as they are looked up. */
    List<String> emailKeys() {
        return emails.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The path in the input of the user at a position of the results. */
    List<String> path(int position) {
        if (position < userIds.size()) {
            return List.of("input", "userIds", String.valueOf(position));
        }
        int behindIds = position - userIds.size();
        return behindIds < emails.size()
                ? List.of("input", "emails", String.valueOf(behindIds))
                : List.of("input", "externalIds", String.valueOf(behindIds - emails.size()));
    }

    /** How the input names each user. */
    List<String> names() {
        List<String> names = new ArrayList<>(size());
        userIds.forEach(id -> names.add(id.toString()));
        names.addAll(emails);
        names.addAll(externalIds);
        return names;
    }
}
