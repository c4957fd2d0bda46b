package dev.puesto.seatquote;

import dev.puesto.api.Refusal;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The argument of {@code seatQuote} as a client gives it. */
record SeatQuoteInput(
        GlobalId accountId,
        List<SeatChangeInput> changes,
        @Nullable String taxIdToAdd,
        @Nullable Instant at) {

    /**
     * What is to be priced.
     *
     * @throws Refusal for too many changes, for none, and for an id that names nothing of the account
     */
    SeatQuoteRequest request() {
        if (changes.isEmpty() || changes.size() > SeatQuoteRequest.CHANGES_MAX) {
            throw Refusal.badRequest("tooMany", SeatQuoteRequest.CHANGES_MAX);
        }
        var account = accountId.asAccount();
        return new SeatQuoteRequest(
                account,
                IntStream.range(0, changes.size())
                        .mapToObj(i -> changes.get(i).request(account, "input", "changes", Integer.toString(i)))
                        .toList(),
                taxIdToAdd,
                RequestPlace.SEAT_QUOTE);
    }
}
