package dev.puesto.subscription;

import dev.puesto.id.ChargeLineId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is given back of a charge line, and whether another takes its place.
 *
 * @param creditNetMinor added to what was credited before, in minor units of the line's currency
 * @param creditTaxMinor the same of its tax
 * @param replacedAt when the line ceases to be the live one; null: it stays
 */
public record CreditedCharge(
        ChargeLineId chargeLineId,
        long creditNetMinor,
        long creditTaxMinor,
        @Nullable Instant replacedAt) {}
