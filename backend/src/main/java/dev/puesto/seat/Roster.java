package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The users that a call names, found or not, each at its position. */
final class Roster {
    private final UserSelection selection;
    private final List<@Nullable Candidate> entries = new ArrayList<>();

    Roster(AccountId account, UserSelection selection, Collection<Candidate> found) {
        this.selection = selection;
        Map<UserId, Candidate> byId = index(found, User::userId);
        Map<String, Candidate> byEmail = index(found, user -> user.email().toLowerCase(Locale.ROOT));
        Map<String, Candidate> byExternalId = index(found, User::externalId);
        selection.usersIn(account).forEach(id -> entries.add(byId.get(id)));
        selection.emailKeys().forEach(email -> entries.add(byEmail.get(email)));
        selection.externalIds().forEach(externalId -> entries.add(byExternalId.get(externalId)));
    }

    private static <K> Map<K, Candidate> index(Collection<Candidate> found, Function<User, @Nullable K> key) {
        Map<K, Candidate> index = HashMap.newHashMap(found.size());
        found.forEach(candidate -> index.put(key.apply(candidate.user()), candidate));
        return index;
    }

    /** The user at each position; null where there is none. */
    List<@Nullable Candidate> entries() {
        return entries;
    }

    /** The path in the input of a position. */
    List<String> path(int position) {
        return selection.path(position);
    }

    /** How the input names each position. */
    List<String> names() {
        return selection.names();
    }

    /** Whether the position names its user by id. */
    boolean byId(int position) {
        return position < selection.userIds().size();
    }
}
