package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.id.AccountId;
import dev.puesto.id.PersonId;
import dev.puesto.ledger.Balance;
import dev.puesto.ledger.Ledger;
import dev.puesto.tax.TaxReference;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What an order needs of its account beside what the lock brings, read behind the lock.
 *
 * @param balance of before the order
 * @param taxId the account's VAT number with prefix; null for none
 * @param email where the order is confirmed to
 * @param locale in which language: {@code es} or {@code en}
 */
record AccountState(
        long lastOrderNumber,
        Balance balance,
        @Nullable String taxId,
        long catalogVersion,
        long taxVersion,
        String email,
        String locale) {
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    /** The statement; one row. */
    static Select<? extends Record> of(Viewer viewer, AccountId account) {
        PersonId person = viewer instanceof Viewer.Person signedIn ? signedIn.id() : NOBODY;
        return DSL.select(
                        ACCOUNT.LAST_ORDER_NUMBER,
                        ACCOUNT_BALANCE.CURRENCY,
                        ACCOUNT_BALANCE.CREDIT_MINOR,
                        ACCOUNT_BALANCE.GOODWILL_MINOR,
                        ACCOUNT_BALANCE.HELD_CREDIT_MINOR,
                        ACCOUNT_BALANCE.HELD_GOODWILL_MINOR,
                        TAX_ID.NUMBER,
                        CONTACT.EMAIL,
                        CONTACT.LOCALE,
                        CatalogReference.VERSION,
                        TaxReference.VERSION)
                .from(ACCOUNT)
                .leftJoin(ACCOUNT_BALANCE)
                .on(ACCOUNT_BALANCE.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .leftJoin(TAX_ID)
                .on(TAX_ID.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .and(TAX_ID.REMOVED_AT.isNull())
                .leftJoin(CONTACT)
                .on(CONTACT.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .and(CONTACT.PERSON_ID.eq(person))
                .and(CONTACT.REMOVED_AT.isNull())
                .where(ACCOUNT.ACCOUNT_ID.eq(account));
    }

    /** Reads the row; whoever is no contact of the account has its mail sent where its invoices go. */
    static AccountState read(Record row, Account account) {
        return new AccountState(
                row.get(ACCOUNT.LAST_ORDER_NUMBER),
                row.get(ACCOUNT_BALANCE.CURRENCY) == null ? Balance.none(account.currency()) : Ledger.readBalance(row),
                row.get(TAX_ID.NUMBER),
                row.get(CatalogReference.VERSION),
                row.get(TaxReference.VERSION),
                Optional.ofNullable(row.get(CONTACT.EMAIL)).orElse(account.billingEmail()),
                Optional.ofNullable(row.get(CONTACT.LOCALE)).orElse(account.locale()));
    }
}
