package dev.puesto.seatquote;

import dev.puesto.id.DocumentId;
import dev.puesto.id.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the account that is not settled.
 *
 * @param openMinor what is open, with tax, in minor units
 * @param overdue whether its due date has passed: an increase of a subscription that is past due must pay it
 * @param withNextCharge whether the next charge collects it, as where its amount was below what the gateway takes
 * @param heldBy the order that waits for its payment and will settle it; null for none
 */
public record OpenInvoice(
        DocumentId id,
        String number,
        long openMinor,
        boolean overdue,
        boolean withNextCharge,
        @Nullable OrderId heldBy) {}
