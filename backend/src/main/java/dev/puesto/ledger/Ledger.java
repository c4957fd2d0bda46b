package dev.puesto.ledger;

import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.ArrayRows;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Posts entries and reads balances, as statements for the caller's transaction, which holds the account's lock. */
public final class Ledger {

    private Ledger() {}

    /** The insert of an account's kept balances, all zero: part of opening an account. Without it nothing can be posted. */
    public static Query open(AccountId account, CurrencyUnit currency) {
        return DSL.insertInto(ACCOUNT_BALANCE)
                .set(ACCOUNT_BALANCE.ACCOUNT_ID, account)
                .set(ACCOUNT_BALANCE.CURRENCY, currency.getCode())
                .set(ACCOUNT_BALANCE.CREDIT_MINOR, 0L)
                .set(ACCOUNT_BALANCE.GOODWILL_MINOR, 0L)
                .set(ACCOUNT_BALANCE.HELD_CREDIT_MINOR, 0L)
                .set(ACCOUNT_BALANCE.HELD_GOODWILL_MINOR, 0L)
                .onConflictDoNothing();
    }

    /**
     * Writes entries and the balances that they change, whatever their number in two statements or fewer; nothing for no
     * entries. A balance that would fall below zero fails by {@code account_balance_is_never_below_zero}.
     *
     * @param currency the account's
     * @param at the instant of placing, never {@code asOf}
     */
    public static List<Query> post(AccountId account, CurrencyUnit currency, Instant at, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Query insert = insert(account, currency, at, entries);
        var change = Change.of(entries);
        return change.isNothing() ? List.of(insert) : List.of(insert, update(account, change));
    }

    /** The account's balances of now; no row for an account that was not opened. */
    public static Select<? extends Record> balance(AccountId account) {
        return DSL.select(
                        ACCOUNT_BALANCE.CURRENCY,
                        ACCOUNT_BALANCE.CREDIT_MINOR,
                        ACCOUNT_BALANCE.GOODWILL_MINOR,
                        ACCOUNT_BALANCE.HELD_CREDIT_MINOR,
                        ACCOUNT_BALANCE.HELD_GOODWILL_MINOR)
                .from(ACCOUNT_BALANCE)
                .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(account));
    }

    /** Reads a row of {@link #balance}, or of any statement that selects these columns. */
    public static Balance readBalance(Record row) {
        return new Balance(
                CurrencyUnit.of(row.get(ACCOUNT_BALANCE.CURRENCY)),
                row.get(ACCOUNT_BALANCE.CREDIT_MINOR),
                row.get(ACCOUNT_BALANCE.GOODWILL_MINOR),
                row.get(ACCOUNT_BALANCE.HELD_CREDIT_MINOR),
                row.get(ACCOUNT_BALANCE.HELD_GOODWILL_MINOR));
    }

    /** The balances as of an instant, summed over the entries up to and including it. */
    public static Balance balanceAt(DSLContext sql, AccountId account, CurrencyUnit currency, Instant at) {
        var row = sql.select(
                        sumOf(LedgerAccount.BALANCE_CREDIT),
                        sumOf(LedgerAccount.BALANCE_GOODWILL),
                        sumOf(LedgerAccount.HELD_CREDIT),
                        sumOf(LedgerAccount.HELD_GOODWILL))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                .and(LEDGER_ENTRY.ENTERED_AT.le(at))
                .fetchSingle();
        return new Balance(currency, row.value1(), row.value2(), row.value3(), row.value4());
    }

    /** What an order still holds: what it began to hold less what it gave back or paid with; read with {@link #readHeld}. */
    public static Select<? extends Record> heldBy(AccountId account, OrderId order) {
        return DSL.select(sumOf(LedgerAccount.HELD_GOODWILL), sumOf(LedgerAccount.HELD_CREDIT))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                .and(LEDGER_ENTRY.ORDER_ID.eq(order));
    }

    /** The row of {@link #heldBy}. */
    public static Funds readHeld(Record row) {
        return new Funds(row.get(0, Long.class), row.get(1, Long.class));
    }

    private static Field<Long> sumOf(LedgerAccount ledgerAccount) {
        var signed = case_().when(LEDGER_ENTRY.CREDIT_ACCOUNT.eq(ledgerAccount.name()), LEDGER_ENTRY.AMOUNT_MINOR)
                .when(LEDGER_ENTRY.DEBIT_ACCOUNT.eq(ledgerAccount.name()), LEDGER_ENTRY.AMOUNT_MINOR.neg());
        return coalesce(sum(signed), DSL.inline(0)).cast(Long.class).as(ledgerAccount.name());
    }

    private static Query insert(AccountId account, CurrencyUnit currency, Instant at, List<LedgerEntry> entries) {
        return ArrayRows.of(entries)
                .each(LEDGER_ENTRY.ACCOUNT_ID, account)
                .each(LEDGER_ENTRY.ENTERED_AT, at)
                .each(LEDGER_ENTRY.CURRENCY, currency.getCode())
                .with(LEDGER_ENTRY.KIND, entry -> entry.kind().name())
                .with(LEDGER_ENTRY.DEBIT_ACCOUNT, entry -> entry.debit().name())
                .with(LEDGER_ENTRY.CREDIT_ACCOUNT, entry -> entry.credit().name())
                .with(LEDGER_ENTRY.AMOUNT_MINOR, LedgerEntry::amountMinor)
                .with(LEDGER_ENTRY.ORDER_ID, entry -> entry.cause().order())
                .with(LEDGER_ENTRY.DOCUMENT_ID, entry -> entry.cause().document())
                .with(LEDGER_ENTRY.PAYMENT_ID, entry -> entry.cause().payment())
                .insertInto(LEDGER_ENTRY)
                .onConflictDoNothing();
    }

    private static Query update(AccountId account, Change change) {
        return DSL.update(ACCOUNT_BALANCE)
                .set(ACCOUNT_BALANCE.CREDIT_MINOR, ACCOUNT_BALANCE.CREDIT_MINOR.plus(change.creditMinor()))
                .set(ACCOUNT_BALANCE.GOODWILL_MINOR, ACCOUNT_BALANCE.GOODWILL_MINOR.plus(change.goodwillMinor()))
                .set(
                        ACCOUNT_BALANCE.HELD_CREDIT_MINOR,
                        ACCOUNT_BALANCE.HELD_CREDIT_MINOR.plus(change.heldCreditMinor()))
                .set(
                        ACCOUNT_BALANCE.HELD_GOODWILL_MINOR,
                        ACCOUNT_BALANCE.HELD_GOODWILL_MINOR.plus(change.heldGoodwillMinor()))
                .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(account));
    }

    /** What entries change each of the four balances by. */
    private record Change(long creditMinor, long goodwillMinor, long heldCreditMinor, long heldGoodwillMinor) {

        static Change of(List<LedgerEntry> entries) {
            return new Change(
                    sum(entries, LedgerAccount.BALANCE_CREDIT),
                    sum(entries, LedgerAccount.BALANCE_GOODWILL),
                    sum(entries, LedgerAccount.HELD_CREDIT),
                    sum(entries, LedgerAccount.HELD_GOODWILL));
        }

        boolean isNothing() {
            return creditMinor == 0 && goodwillMinor == 0 && heldCreditMinor == 0 && heldGoodwillMinor == 0;
        }

        private static long sum(List<LedgerEntry> entries, LedgerAccount account) {
            return entries.stream().mapToLong(entry -> entry.raises(account)).sum();
        }
    }
}
