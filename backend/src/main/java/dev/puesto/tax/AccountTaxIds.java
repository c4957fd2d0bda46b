package dev.puesto.tax;

import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Writes an account's VAT number, for a transaction that holds the account's lock. */
public final class AccountTaxIds {

    private AccountTaxIds() {}

    /** Puts a number in the place of the one that counted, which stays as removed. */
    public static List<Query> replace(AccountId account, CheckedTaxId taxId, Instant at) {
        return List.of(
                DSL.update(TAX_ID)
                        .set(TAX_ID.REMOVED_AT, at)
                        .where(TAX_ID.ACCOUNT_ID.eq(account))
                        .and(TAX_ID.REMOVED_AT.isNull()),
                DSL.insertInto(TAX_ID)
                        .set(TAX_ID.ACCOUNT_ID, account)
                        .set(TAX_ID.COUNTRY, taxId.number().country())
                        .set(TAX_ID.NUMBER, taxId.number().text())
                        .set(TAX_ID.STATE, taxId.state().name())
                        .set(TAX_ID.CHECKED_AT, taxId.checkedAt())
                        .set(TAX_ID.CHECK_REFERENCE, taxId.reference())
                        .set(TAX_ID.CREATED_AT, at));
    }
}
