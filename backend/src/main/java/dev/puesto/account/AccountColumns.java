package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;

import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;
import org.jooq.SelectField;

/** The columns of an account, and the record made of them. */
final class AccountColumns {
    static final SelectField<?>[] ALL = {
        ACCOUNT.ACCOUNT_ID,
        ACCOUNT.NAME,
        ACCOUNT.KIND,
        ACCOUNT.CUSTOMER_TYPE,
        ACCOUNT.STATUS,
        ACCOUNT.CURRENCY,
        ACCOUNT.TIME_ZONE,
        ACCOUNT.LOCALE,
        ACCOUNT.ADDRESS_LINE_1,
        ACCOUNT.ADDRESS_LINE_2,
        ACCOUNT.POSTAL_CODE,
        ACCOUNT.CITY,
        ACCOUNT.COUNTRY,
        ACCOUNT.BILLING_EMAIL,
        ACCOUNT.COLLECTION,
        ACCOUNT.PAYMENT_TERM_DAYS,
        ACCOUNT.PURCHASE_ORDER_NUMBER,
        ACCOUNT.REPRESENTATIVE_ID,
        ACCOUNT.EXTERNAL_ID,
        ACCOUNT.SANDBOX,
        ACCOUNT.TEST_CLOCK_AT,
        ACCOUNT.ACTIVE_USERS,
        ACCOUNT.DEACTIVATED_USERS,
        ACCOUNT.VERSION,
        ACCOUNT.CREATED_AT
    };

    private AccountColumns() {}

    static Account read(Record row) {
        return new Account(
                row.get(ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT.NAME),
                AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                CustomerType.valueOf(row.get(ACCOUNT.CUSTOMER_TYPE)),
                AccountStatus.valueOf(row.get(ACCOUNT.STATUS)),
                CurrencyUnit.of(row.get(ACCOUNT.CURRENCY)),
                ZoneId.of(row.get(ACCOUNT.TIME_ZONE)),
                row.get(ACCOUNT.LOCALE),
                address(row),
                row.get(ACCOUNT.BILLING_EMAIL),
                CollectionMethod.valueOf(row.get(ACCOUNT.COLLECTION)),
                row.get(ACCOUNT.PAYMENT_TERM_DAYS),
                row.get(ACCOUNT.PURCHASE_ORDER_NUMBER),
                row.get(ACCOUNT.REPRESENTATIVE_ID),
                row.get(ACCOUNT.EXTERNAL_ID),
                row.get(ACCOUNT.SANDBOX),
                row.get(ACCOUNT.TEST_CLOCK_AT),
                row.get(ACCOUNT.ACTIVE_USERS),
                row.get(ACCOUNT.DEACTIVATED_USERS),
                row.get(ACCOUNT.VERSION),
                row.get(ACCOUNT.CREATED_AT));
    }

    private static PostalAddress address(Record row) {
        return new PostalAddress(
                row.get(ACCOUNT.ADDRESS_LINE_1),
                row.get(ACCOUNT.ADDRESS_LINE_2),
                row.get(ACCOUNT.POSTAL_CODE),
                row.get(ACCOUNT.CITY),
                row.get(ACCOUNT.COUNTRY));
    }
}
