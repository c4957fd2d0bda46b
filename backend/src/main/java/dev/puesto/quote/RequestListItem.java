package dev.puesto.quote;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request in the vendor's list over accounts: what tells it from others, no more. */
record RequestListItem(
        AccountId account,
        RequestId requestId,
        String accountName,
        long number,
        RequestState state,
        String contactName,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** The id of the request, for {@code request(id)}. */
    public GlobalId id() {
        return GlobalId.of(Request.TYPE, account, requestId);
    }

    /** The id of its account. */
    public GlobalId accountId() {
        return GlobalId.of(account);
    }
}
