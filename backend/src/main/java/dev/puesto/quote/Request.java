package dev.puesto.quote;

import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A corporate account's wish to change, on its way to the representative.
 *
 * @param number counted in the account, from 1
 * @param closeReason null unless it is over
 * @param cart what it came from
 * @param requestedBy who asked: {@code person:<id>} or {@code api-client:<id>}
 * @param contactName whom the representative answers
 * @param version raised by each change
 */
record Request(
        AccountId accountId,
        RequestId requestId,
        long number,
        RequestState state,
        @Nullable RequestCloseReason closeReason,
        CartId cart,
        String requestedBy,
        String contactName,
        String contactEmail,
        @Nullable String note,
        @Nullable String purchaseOrderNumber,
        Instant createdAt,
        @Nullable Instant closedAt,
        long version) {

    /** The name of the GraphQL type in global ids. */
    static final String TYPE = "Request";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, requestId);
    }

    /** The same, taken back. */
    Request withdrawn(Instant at) {
        return new Request(
                accountId,
                requestId,
                number,
                RequestState.CLOSED,
                RequestCloseReason.WITHDRAWN,
                cart,
                requestedBy,
                contactName,
                contactEmail,
                note,
                purchaseOrderNumber,
                createdAt,
                at,
                version + 1);
    }
}
