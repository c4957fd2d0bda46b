package dev.puesto.tax;

import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.id.AccountId;
import dev.puesto.id.TaxIdId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Statements about tax ids, for the caller's transaction. */
public final class TaxIds {

    private TaxIds() {}

    /** The number that decides on the account's tax; no row without one. */
    public static Select<? extends Record> live(AccountId account) {
        return select(account, TAX_ID.REMOVED_AT.isNull());
    }

    static SelectConditionStep<? extends Record> select(AccountId account, Condition condition) {
        return DSL.select(
                        TAX_ID.ACCOUNT_ID,
                        TAX_ID.ID,
                        TAX_ID.COUNTRY,
                        TAX_ID.NUMBER,
                        TAX_ID.STATE,
                        TAX_ID.CHECKED_AT,
                        TAX_ID.CREATED_AT)
                .from(TAX_ID)
                .where(TAX_ID.ACCOUNT_ID.eq(account))
                .and(condition);
    }

    /** Reads a row of {@link #live}. */
    public static TaxId read(Record row) {
        return new TaxId(
                row.get(TAX_ID.ACCOUNT_ID),
                row.get(TAX_ID.ID),
                row.get(TAX_ID.COUNTRY),
                row.get(TAX_ID.NUMBER),
                TaxIdState.valueOf(row.get(TAX_ID.STATE)),
                row.get(TAX_ID.CHECKED_AT),
                row.get(TAX_ID.CREATED_AT));
    }

    /** Puts a checked number in the place of the one that was, in two statements; for a checkout's {@code taxIdToAdd} too. */
    public static List<Query> replace(AccountId account, TaxIdId id, CheckedTaxId taxId, Instant at) {
        return List.of(
                remove(account, at),
                DSL.insertInto(TAX_ID)
                        .set(TAX_ID.ACCOUNT_ID, account)
                        .set(TAX_ID.ID, id)
                        .set(TAX_ID.COUNTRY, taxId.number().country())
                        .set(TAX_ID.NUMBER, taxId.number().text())
                        .set(TAX_ID.STATE, taxId.state().name())
                        .set(TAX_ID.CHECKED_AT, taxId.checkedAt())
                        .set(TAX_ID.CHECK_REFERENCE, taxId.reference())
                        .set(TAX_ID.CREATED_AT, at));
    }

    /** Keeps what the register answered about a number that is set. */
    static Query answered(AccountId account, TaxIdId id, CheckedTaxId taxId) {
        return DSL.update(TAX_ID)
                .set(TAX_ID.STATE, taxId.state().name())
                .set(TAX_ID.CHECKED_AT, taxId.checkedAt())
                .set(TAX_ID.CHECK_REFERENCE, taxId.reference())
                .where(TAX_ID.ACCOUNT_ID.eq(account))
                .and(TAX_ID.ID.eq(id));
    }

    static Query remove(AccountId account, Instant at) {
        return DSL.update(TAX_ID)
                .set(TAX_ID.REMOVED_AT, at)
                .where(TAX_ID.ACCOUNT_ID.eq(account))
                .and(TAX_ID.REMOVED_AT.isNull());
    }
}
