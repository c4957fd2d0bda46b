package dev.puesto.ledger;

import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.LedgerEntryId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.money.Amounts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * What could be spent after each entry: today's kept balance less what came later. It reads from the newest entry down to
 * the oldest one asked for, so that the first pages of a list, newest first, cost little.
 */
@Component
class RunningBalance {
    private static final Set<String> SPENDABLE =
            Set.of(LedgerAccount.BALANCE_CREDIT.name(), LedgerAccount.BALANCE_GOODWILL.name());
    private static final Field<BigDecimal> LATER = field(name("later"), SQLDataType.NUMERIC);

    private final AccountDb db;

    RunningBalance(AccountDb db) {
        this.db = db;
    }

    /** How much an entry raises what can be spent. */
    static long change(String debit, String credit, long minor) {
        long raised = SPENDABLE.contains(credit) ? minor : 0;
        return SPENDABLE.contains(debit) ? raised - minor : raised;
    }

    /** What could be spent after each of those entries; one statement per account. */
    Map<LedgerEntryView, MoneyView> after(List<LedgerEntryView> entries) {
        Map<LedgerEntryView, MoneyView> balances = new HashMap<>();
        entries.stream()
                .distinct()
                .collect(Collectors.groupingBy(LedgerEntryView::accountId))
                .forEach((account, members) -> balances.putAll(after(account, members)));
        return balances;
    }

    private Map<LedgerEntryView, MoneyView> after(AccountId account, List<LedgerEntryView> entries) {
        Map<LedgerEntryId, Long> minor = db.one(account, sql -> read(sql, account, entries));
        return entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry,
                        entry -> MoneyView.of(Amounts.ofMinor(
                                CurrencyUnit.of(entry.amount().currency()), minor.get(entry.entryId())))));
    }

    private static Map<LedgerEntryId, Long> read(DSLContext sql, AccountId account, List<LedgerEntryView> entries) {
        LedgerEntryView oldest = entries.stream()
                .min(Comparator.comparing(LedgerEntryView::enteredAt)
                        .thenComparing(entry -> entry.entryId().value().toString()))
                .orElseThrow();
        Field<BigDecimal> raised = sum(raised())
                .over()
                .orderBy(LEDGER_ENTRY.ENTERED_AT.desc(), LEDGER_ENTRY.ID.desc())
                .minus(raised());
        var later = select(LEDGER_ENTRY.ID, raised.as(LATER))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                .and(row(LEDGER_ENTRY.ENTERED_AT, LEDGER_ENTRY.ID)
                        .ge(row(
                                val(oldest.enteredAt(), LEDGER_ENTRY.ENTERED_AT),
                                val(oldest.entryId(), LEDGER_ENTRY.ID))))
                .asTable("entry");
        Field<LedgerEntryId> id = later.field(LEDGER_ENTRY.ID);
        Field<BigDecimal> after =
                coalesce(kept(account), inline(0L)).cast(SQLDataType.NUMERIC).minus(LATER);
        return sql.select(id, after)
                .from(later)
                .where(Columns.isAmong(
                        id, entries.stream().map(LedgerEntryView::entryId).toList()))
                .fetchMap(id, entry -> entry.value2().longValueExact());
    }

    private static Field<Long> kept(AccountId account) {
        return field(select(ACCOUNT_BALANCE.CREDIT_MINOR.plus(ACCOUNT_BALANCE.GOODWILL_MINOR))
                .from(ACCOUNT_BALANCE)
                .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(account)));
    }

    private static Field<Long> raised() {
        return when(LEDGER_ENTRY.CREDIT_ACCOUNT.in(SPENDABLE), LEDGER_ENTRY.AMOUNT_MINOR)
                .otherwise(0L)
                .minus(when(LEDGER_ENTRY.DEBIT_ACCOUNT.in(SPENDABLE), LEDGER_ENTRY.AMOUNT_MINOR)
                        .otherwise(0L));
    }
}
