package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;

import java.util.Collection;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** One insert of charge lines, wider than jOOQ's typed rows. */
final class ChargeLineInsert {

    private ChargeLineInsert() {}

    static Query of(Collection<ChargeLine> lines) {
        var insert = DSL.insertInto(CHARGE_LINE).columns(SubscriptionColumns.CHARGE_ROW);
        for (ChargeLine line : lines) {
            insert = insert.values(values(line));
        }
        return insert;
    }

    private static Object[] values(ChargeLine line) {
        return new Object[] {
            line.accountId(),
            line.chargeLineId(),
            line.subscriptionId(),
            line.periodId(),
            line.planId(),
            line.priceId(),
            line.seats(),
            line.startAt(),
            line.endAt(),
            line.currency().getCode(),
            line.fullPriceMinor(),
            line.discountBasisPoints(),
            line.discountAmountMinor(),
            line.taxInclusive(),
            line.taxCountry(),
            line.taxTreatment(),
            line.taxRateBasisPoints(),
            line.chargedNetMinor(),
            line.chargedTaxMinor(),
            line.creditedNetMinor(),
            line.creditedTaxMinor(),
            line.documentId(),
            line.documentLineId()
        };
    }
}
