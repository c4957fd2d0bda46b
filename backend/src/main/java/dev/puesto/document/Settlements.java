package dev.puesto.document;

import static dev.puesto.jooq.Tables.SETTLEMENT;
import static org.jooq.impl.DSL.excluded;

import dev.puesto.id.AccountId;
import dev.puesto.jooq.ArrayRows;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Reads and writes how invoices stand, under the account's lock. */
public final class Settlements {

    private Settlements() {}

    /** Every invoice of the account that is not paid, oldest due date first; read with {@link #read}. */
    public static Select<? extends Record> unsettled(AccountId account) {
        return DSL.selectFrom(SETTLEMENT)
                .where(SETTLEMENT.ACCOUNT_ID.eq(account))
                .and(SETTLEMENT.STATE.ne("PAID"))
                .orderBy(SETTLEMENT.DUE_DATE, SETTLEMENT.INVOICE_ID);
    }

    /** Writes settlements, new and changed, in one statement; nothing for none. */
    public static List<Query> write(AccountId account, List<Settlement> settlements, Instant at) {
        return settlements.isEmpty() ? List.of() : List.of(upsert(account, settlements, at));
    }

    private static Query upsert(AccountId account, List<Settlement> settlements, Instant at) {
        return ArrayRows.of(settlements)
                .each(SETTLEMENT.ACCOUNT_ID, account)
                .each(SETTLEMENT.UPDATED_AT, at)
                .with(SETTLEMENT.INVOICE_ID, Settlement::invoice)
                .with(SETTLEMENT.STATE, settlement -> settlement.state().name())
                .with(SETTLEMENT.CURRENCY, settlement -> settlement.currency().getCode())
                .with(SETTLEMENT.TOTAL_MINOR, Settlement::totalMinor)
                .with(SETTLEMENT.PAID_MINOR, Settlement::paidMinor)
                .with(SETTLEMENT.CREDITED_MINOR, Settlement::creditedMinor)
                .with(SETTLEMENT.OPEN_MINOR, Settlement::openMinor)
                .with(SETTLEMENT.DUE_DATE, Settlement::dueDate)
                .insertInto(SETTLEMENT)
                .onConflict(SETTLEMENT.ACCOUNT_ID, SETTLEMENT.INVOICE_ID)
                .doUpdate()
                .set(SETTLEMENT.STATE, excluded(SETTLEMENT.STATE))
                .set(SETTLEMENT.PAID_MINOR, excluded(SETTLEMENT.PAID_MINOR))
                .set(SETTLEMENT.CREDITED_MINOR, excluded(SETTLEMENT.CREDITED_MINOR))
                .set(SETTLEMENT.OPEN_MINOR, excluded(SETTLEMENT.OPEN_MINOR))
                .set(SETTLEMENT.UPDATED_AT, excluded(SETTLEMENT.UPDATED_AT));
    }

    /** A row of {@link #unsettled}. */
    public static Settlement read(Record row) {
        return new Settlement(
                row.get(SETTLEMENT.INVOICE_ID),
                SettlementState.valueOf(row.get(SETTLEMENT.STATE)),
                CurrencyUnit.of(row.get(SETTLEMENT.CURRENCY)),
                row.get(SETTLEMENT.TOTAL_MINOR),
                row.get(SETTLEMENT.PAID_MINOR),
                row.get(SETTLEMENT.CREDITED_MINOR),
                row.get(SETTLEMENT.DUE_DATE));
    }
}
