package dev.puesto.attention;

import dev.puesto.id.GlobalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that wants attention.
 *
 * @param at the instant that it is about; null where there is none
 * @param targetId what it is about, of the type that the kind says
 */
record AttentionItem(
        AttentionKind kind, String message, @Nullable Instant at, GlobalId targetId) {

    /** How urgently. */
    public AttentionSeverity severity() {
        return kind.severity();
    }

    /** The subscription that it is about; null for others. */
    public @Nullable GlobalId subscriptionId() {
        return of("Subscription");
    }

    /** The order that it is about; null for others. */
    public @Nullable GlobalId orderId() {
        return of("Order");
    }

    /** The invoice that it is about; null for others. */
    public @Nullable GlobalId documentId() {
        return of("Invoice");
    }

    /** The payment method that it is about; null for others. */
    public @Nullable GlobalId paymentMethodId() {
        return of("PaymentMethod");
    }

    /** The tax id that it is about; null for others. */
    public @Nullable GlobalId taxIdId() {
        return of("TaxId");
    }

    /** The request that it is about; null for others. */
    public @Nullable GlobalId requestId() {
        return of("Request");
    }

    private @Nullable GlobalId of(String type) {
        return targetId.type().equals(type) ? targetId : null;
    }
}
