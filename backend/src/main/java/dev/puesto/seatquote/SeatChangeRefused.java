package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change cannot be made as it is asked for. */
public record SeatChangeRefused(@Nullable List<String> field, Reason reason) implements UserError {

    /** Why it cannot. */
    public enum Reason {
        /** The subscription has ended; coming back is a new subscription. */
        SUBSCRIPTION_ENDED,
        /** The subscription is suspended: only a cancellation is left. */
        SUBSCRIPTION_SUSPENDED,
        /** Another change of the same input is of this subscription. */
        CHANGED_TWICE,
        /** The instant lies before the subscription's current period. */
        BEFORE_PERIOD,
        /** The plan decides when fewer seats take effect, and this is not when. */
        EFFECTIVE_FIXED_BY_PLAN,
        /** The plan is archived, or of another product. */
        PLAN_NOT_OFFERED,
        /** The plan has no price in the account's currency. */
        NO_PRICE_IN_CURRENCY,
        /** The dates to join are a trial's, of another interval, or end with this order. */
        CANNOT_ALIGN,
        /** One document would hold prices with and without tax: order them one by one. */
        MIXED_PRICE_KINDS,
        /** Invoices are overdue, and the account pays by invoice: more seats wait until they are paid. */
        INVOICES_OVERDUE,
        /** An amount is too large. */
        AMOUNT_TOO_LARGE,
        /** The account is closed. */
        ACCOUNT_CLOSED
    }

    @Override
    public String messageKind() {
        return reason.name();
    }
}
