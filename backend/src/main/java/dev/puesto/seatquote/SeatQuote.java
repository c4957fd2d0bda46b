package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.tax.CheckedTaxId;
import dev.puesto.tax.TaxDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What some changes of seats cost at an instant, line by line. It is stored nowhere: its id is a signed statement of what
 * was asked and answered.
 *
 * @param id what checkout names; null where it has no price or is for looking only
 * @param asOf the instant at which it is priced and, once ordered, takes effect; whole seconds of the account's clock
 * @param validUntil until when checkout takes it
 * @param zone the account's zone
 * @param tax how what is charged now is taxed, and why
 * @param taxIdToAdd the VAT number that comes with it, checked; null: none, or one that is no VAT number
 * @param daysToPay in which the invoice is to be paid; null where what is due is collected at checkout
 * @param collectedLater whether what is due is less than the payment provider collects, and comes with the next charge
 * @param changes in the order asked for
 * @param totals null where an obstacle leaves it without a price
 * @param obstacles what checkout would answer
 */
public record SeatQuote(
        @Nullable String id,
        AccountId accountId,
        CurrencyUnit currency,
        Instant asOf,
        Instant validUntil,
        ZoneId zone,
        TaxDecision tax,
        @Nullable CheckedTaxId taxIdToAdd,
        @Nullable Integer daysToPay,
        boolean collectedLater,
        List<QuotedChange> changes,
        @Nullable Totals totals,
        List<UserError> obstacles) {

    /** The priced changes, in the order asked for; empty where it has no price. */
    public List<PricedChange> priced() {
        return totals == null
                ? List.of()
                : changes.stream()
                        .map(QuotedChange::priced)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The lines of all changes, in their order. */
    public List<PricedLine> lines() {
        return priced().stream().flatMap(change -> change.lines().stream()).toList();
    }

    SeatQuote signed(String signedId) {
        return new SeatQuote(
                signedId,
                accountId,
                currency,
                asOf,
                validUntil,
                zone,
                tax,
                taxIdToAdd,
                daysToPay,
                collectedLater,
                changes,
                totals,
                obstacles);
    }
}
