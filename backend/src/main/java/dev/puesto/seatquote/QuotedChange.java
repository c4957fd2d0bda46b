package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Product;
import dev.puesto.id.ChargeLineId;
import dev.puesto.subscription.Subscription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a seat quote.
 *
 * @param request as it was asked for
 * @param subscription as it is before; null for a new one
 * @param plan the plan after it
 * @param live the subscription's live charge line, which a change that takes effect now replaces; null for a new one
 * @param priced null where an obstacle leaves the seat quote without a price
 * @param released whose seats it frees, by name or by rule; at the renewal for a scheduled change
 */
public record QuotedChange(
        SeatChangeRequest request,
        @Nullable Subscription subscription,
        @Nullable ChargeLineId live,
        Product product,
        Plan plan,
        @Nullable PricedChange priced,
        List<SeatedUser> released) {}
