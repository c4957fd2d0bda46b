package dev.puesto.tax;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.CustomerType;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.EntityId;
import dev.puesto.id.TaxIdId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets an account's VAT number; the checker is asked before the transaction. */
@Component
final class TaxIdSetter {

    private static final List<String> NUMBER = List.of("input", "number");

    private final AccountDb db;
    private final Accounts accounts;
    private final TaxIdChecks checks;
    private final Clock clock;

    TaxIdSetter(AccountDb db, Accounts accounts, TaxIdChecks checks, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.checks = checks;
        this.clock = clock;
    }

    /** What became of a wish to set a number. */
    record Outcome(@Nullable TaxId taxId, List<UserError> errors) {

        static Outcome refused(UserError error) {
            return new Outcome(null, List.of(error));
        }
    }

    Outcome set(Viewer viewer, AccountId id, String typed) {
        Account account = accounts.find(viewer, id).orElseThrow(TaxIdSetter::noAccount);
        if (account.customerType() == CustomerType.PRIVATE) {
            return Outcome.refused(new TaxIdNeedsBusiness(NUMBER));
        }
        return checks.check(typed, account.address().country(), account.now(clock))
                .map(checked -> db.transact(id, tx -> replace(tx, viewer, checked)))
                .orElseGet(() -> Outcome.refused(new TaxIdMalformed(NUMBER)));
    }

    Outcome remove(Viewer viewer, AccountId id) {
        return db.transact(id, tx -> {
            var locked = lock(tx, viewer);
            var before = live(tx);
            if (before != null) {
                tx.together(List.of(
                        TaxIds.remove(id, locked.now()), audit(viewer, locked, before.taxIdId(), before, null)));
            }
            return new Outcome(null, List.of());
        });
    }

    /** Asks the register again about the number that is set; what it does not answer stays as it was. */
    Outcome check(Viewer viewer, AccountId id, TaxIdId taxId) {
        Account account = accounts.find(viewer, id).orElseThrow(TaxIdSetter::noTaxId);
        TaxId known = db.one(id, sql -> sql.fetchOptional(TaxIds.live(id)).map(TaxIds::read))
                .filter(live -> live.taxIdId().equals(taxId))
                .orElseThrow(TaxIdSetter::noTaxId);
        return checks.check(known.number(), account.address().country(), account.now(clock))
                .map(checked -> db.transact(id, tx -> keep(tx, viewer, taxId, checked)))
                .orElseGet(() -> Outcome.refused(new TaxIdMalformed(List.of("input", "taxIdId"))));
    }

    private Outcome keep(AccountTransaction tx, Viewer viewer, TaxIdId id, CheckedTaxId checked) {
        var locked = accounts.lock(tx, viewer).orElseThrow(TaxIdSetter::noTaxId);
        var before = live(tx);
        if (before == null || !before.taxIdId().equals(id)) {
            throw noTaxId();
        }
        if (checked.state() == TaxIdState.UNVERIFIED) {
            return new Outcome(before, List.of());
        }
        var after = new TaxId(
                before.accountId(),
                id,
                before.country(),
                before.number(),
                checked.state(),
                checked.checkedAt(),
                before.createdAt());
        var change = new Change("TAX_ID_CHECKED", TaxId.TYPE, id, state(before), state(after));
        tx.together(List.of(
                TaxIds.answered(tx.account(), id, checked), Audit.append(viewer, tx.account(), locked.now(), change)));
        return new Outcome(after, List.of());
    }

    private static Refusal noTaxId() {
        return Refusal.notFound("input", "taxIdId");
    }

    private Outcome replace(AccountTransaction tx, Viewer viewer, CheckedTaxId checked) {
        var locked = lock(tx, viewer);
        var before = live(tx);
        var id = new TaxIdId(TimeOrderedUuid.next());
        var number = checked.number();
        var taxId = new TaxId(
                tx.account(), id, number.country(), number.text(), checked.state(), checked.checkedAt(), locked.now());
        var writes = new ArrayList<>(TaxIds.replace(tx.account(), id, checked, locked.now()));
        writes.add(audit(viewer, locked, id, before, taxId));
        tx.together(writes);
        return new Outcome(taxId, List.of());
    }

    private LockedAccount lock(AccountTransaction tx, Viewer viewer) {
        return accounts.lock(tx, viewer).orElseThrow(TaxIdSetter::noAccount);
    }

    private static @Nullable TaxId live(AccountTransaction tx) {
        return tx.sql()
                .fetchOptional(TaxIds.live(tx.account()))
                .map(TaxIds::read)
                .orElse(null);
    }

    private static Query audit(
            Viewer viewer, LockedAccount locked, EntityId subject, @Nullable TaxId before, @Nullable TaxId after) {
        var change = new Change(
                after == null ? "TAX_ID_REMOVED" : "TAX_ID_SET", TaxId.TYPE, subject, state(before), state(after));
        return Audit.append(viewer, locked.account().accountId(), locked.now(), change);
    }

    private static @Nullable Object state(@Nullable TaxId taxId) {
        return taxId == null
                ? null
                : Map.of("number", taxId.number(), "state", taxId.state().name());
    }

    private static Refusal noAccount() {
        return Refusal.notFound("input", "accountId");
    }
}
