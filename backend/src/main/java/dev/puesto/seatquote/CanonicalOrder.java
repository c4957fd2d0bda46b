package dev.puesto.seatquote;

import dev.puesto.id.EntityId;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of changes that does not depend on how they were asked for, so that a sum's cents do not either. */
final class CanonicalOrder {
    private static final UUID NONE = new UUID(0, 0);

    static final Comparator<SeatChangeRequest> OF_REQUESTED = Comparator.<SeatChangeRequest, UUID>comparing(
                    change -> value(change.subscriptionId()))
            .thenComparing(change -> value(change.planId()))
            .thenComparing(change -> value(change.alignTo()))
            .thenComparingLong(SeatChangeRequest::seats);

    static final Comparator<QuotedChange> OF_QUOTED = Comparator.comparing(QuotedChange::request, OF_REQUESTED);

    private CanonicalOrder() {}

    private static UUID value(@Nullable EntityId id) {
        return id == null ? NONE : id.value();
    }
}
