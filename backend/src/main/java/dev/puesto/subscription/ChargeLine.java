package dev.puesto.subscription;

import dev.puesto.id.AccountId;
import dev.puesto.id.ChargeLineId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.PeriodId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was charged for a subscription's seats; the live one is what a change credits from. Amounts in minor units of its
 * currency.
 *
 * @param startAt where the stretch begins that it charged; its end is the period's when it was charged
 * @param fullPriceMinor for the whole billing period, discount taken off
 * @param discountBasisPoints hundredths of a per cent taken off the list price
 * @param discountAmountMinor taken off per full period
 * @param taxTreatment by its name in the tax rules: {@code STANDARD}, {@code REVERSE_CHARGE}, {@code OUTSIDE_SCOPE},
 *     {@code EXEMPT}
 * @param creditedNetMinor by proration or by hand, never more than charged
 * @param documentId the invoice that it stands on; null for a charge of nothing
 */
public record ChargeLine(
        AccountId accountId,
        ChargeLineId chargeLineId,
        SubscriptionId subscriptionId,
        PeriodId periodId,
        PlanId planId,
        PriceId priceId,
        long seats,
        Instant startAt,
        Instant endAt,
        CurrencyUnit currency,
        long fullPriceMinor,
        int discountBasisPoints,
        long discountAmountMinor,
        boolean taxInclusive,
        String taxCountry,
        String taxTreatment,
        int taxRateBasisPoints,
        long chargedNetMinor,
        long chargedTaxMinor,
        long creditedNetMinor,
        long creditedTaxMinor,
        @Nullable DocumentId documentId,
        @Nullable DocumentLineId documentLineId) {}
