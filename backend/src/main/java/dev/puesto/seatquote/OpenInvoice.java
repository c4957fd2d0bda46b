package dev.puesto.seatquote;

import dev.puesto.id.DocumentId;

/**
 * An invoice of the account that is not settled.
 *
 * @param openMinor what is open, with tax, in minor units
 * @param overdue whether its due date has passed: an increase of a subscription that is past due must pay it
 * @param withNextCharge whether the next charge collects it, as where its amount was below what the gateway takes
 */
public record OpenInvoice(DocumentId id, String number, long openMinor, boolean overdue, boolean withNextCharge) {}
