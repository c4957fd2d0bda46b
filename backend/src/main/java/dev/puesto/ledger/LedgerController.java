package dev.puesto.ledger;

import static dev.puesto.jooq.Tables.LEDGER_ENTRY;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.MoneyView;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.LedgerEntryId;
import dev.puesto.jooq.AccountDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Balance and ledger entries in the API. */
@Controller
class LedgerController implements NodeLoader {

    private final AccountDb db;
    private final RunningBalance running;

    LedgerController(AccountDb db, RunningBalance running) {
        this.db = db;
        this.running = running;
    }

    @SchemaMapping(typeName = "Account")
    BalanceView balance(Account account, @Argument @Nullable Instant at) {
        AccountId id = account.accountId();
        return BalanceView.of(db.one(
                id,
                sql -> at == null
                        ? sql.fetchOptional(Ledger.balance(id))
                                .map(Ledger::readBalance)
                                .orElseGet(() -> Balance.none(account.currency()))
                        : Ledger.balanceAt(sql, id, account.currency(), at)));
    }

    @SchemaMapping(typeName = "Account")
    Connection<LedgerEntryView> ledgerEntries(
            Account account, PageRequest page, @Argument @Nullable LocalDate from, @Argument @Nullable LocalDate to) {
        AccountId id = account.accountId();
        Condition wanted = LedgerEntries.entered(from, to, account.timeZone());
        var rows = db.one(
                id, sql -> sql.fetch(LedgerEntries.page(id, page, wanted)).map(LedgerEntries::read));
        return Connection.of(page, rows, LedgerEntries.CURSORS, LedgerEntryView::place, () -> count(id, wanted));
    }

    @BatchMapping(typeName = "LedgerEntry")
    Map<LedgerEntryView, MoneyView> balanceAfter(List<LedgerEntryView> entries) {
        return running.after(entries);
    }

    private long count(AccountId account, Condition wanted) {
        return db.one(
                account,
                sql -> sql.fetchCount(
                        LEDGER_ENTRY, LEDGER_ENTRY.ACCOUNT_ID.eq(account).and(wanted)));
    }

    @Override
    public String type() {
        return LedgerEntryView.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        var entries = ids.stream().map(LedgerEntryId::new).toList();
        return db.one(
                account,
                sql -> sql.fetch(LedgerEntries.ofIds(account, entries).and(AccountAccess.permits(viewer, account)))
                        .intoMap(row -> row.get(LEDGER_ENTRY.ID).value(), LedgerEntries::read));
    }
}
