package dev.puesto.payment;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps and removes payment methods. */
@Component
final class PaymentMethodKeeper {

    private final AccountDb db;
    private final Accounts accounts;
    private final PaymentGateway gateway;
    private final PaymentSettings settings;

    PaymentMethodKeeper(AccountDb db, Accounts accounts, PaymentGateway gateway, PaymentSettings settings) {
        this.db = db;
        this.accounts = accounts;
        this.gateway = gateway;
        this.settings = settings;
    }

    /** What became of a wish to keep or remove a method. */
    record Outcome(@Nullable PaymentMethod method, List<UserError> errors) {

        static Outcome done(PaymentMethod method) {
            return new Outcome(method, List.of());
        }

        static Outcome refused(UserError error) {
            return new Outcome(null, List.of(error));
        }
    }

    /** Keeps what the provider gave for a token; a token that is kept already stays the one method that it is. */
    Outcome add(Viewer viewer, AccountId account, String token, boolean preferred) {
        accounts.find(viewer, account).orElseThrow(() -> Refusal.notFound("input", "accountId"));
        return gateway.keep(token, settings.tokenTimeLimit())
                .map(kept -> db.transact(account, tx -> add(tx, viewer, kept, preferred)))
                .orElseGet(() -> Outcome.refused(new PaymentTokenRefused()));
    }

    /** Removes a method; removing the default leaves the account without one. */
    Outcome remove(Viewer viewer, AccountId account, PaymentMethodId method) {
        return db.transact(account, tx -> {
            var locked = lock(tx, viewer, "paymentMethodId");
            var known =
                    tx.sql().fetchOptional(PaymentMethods.kept(account, method)).map(PaymentMethods::read);
            if (known.isEmpty()) {
                throw Refusal.notFound("input", "paymentMethodId");
            }
            if (PaymentMethods.isInUse(tx.sql(), account, method)) {
                return Outcome.refused(new PaymentMethodInUse());
            }
            tx.together(List.of(
                    PaymentMethods.remove(account, method, locked.now()),
                    audit(viewer, locked, PaymentMethods.removed(known.get()))));
            return Outcome.done(known.get());
        });
    }

    /** Makes a kept method the default; says which methods there are then, the default first. */
    List<PaymentMethod> prefer(Viewer viewer, AccountId account, PaymentMethodId method) {
        return db.transact(account, tx -> {
            var locked = lock(tx, viewer, "paymentMethodId");
            var known = tx.sql()
                    .fetchOptional(PaymentMethods.kept(account, method))
                    .map(PaymentMethods::read)
                    .orElseThrow(() -> Refusal.notFound("input", "paymentMethodId"));
            prefer(tx, viewer, locked, known, true);
            return tx.sql().fetch(PaymentMethods.kept(account)).map(PaymentMethods::read);
        });
    }

    private Outcome add(AccountTransaction tx, Viewer viewer, KeptToken token, boolean wanted) {
        var locked = lock(tx, viewer, "accountId");
        var kept = tx.sql().fetch(PaymentMethods.kept(tx.account())).map(PaymentMethods::read);
        Optional<PaymentMethod> same = kept.stream()
                .filter(method -> method.token().equals(token.token()))
                .findAny();
        if (same.isEmpty() && kept.size() >= PaymentMethods.MOST) {
            return Outcome.refused(InvalidInput.of("tooManyMethods", List.of("input"), PaymentMethods.MOST));
        }
        boolean preferred = wanted || kept.isEmpty();
        return Outcome.done(same.map(method -> prefer(tx, viewer, locked, method, preferred))
                .orElseGet(() -> keep(tx, viewer, locked, token, preferred)));
    }

    private PaymentMethod keep(
            AccountTransaction tx, Viewer viewer, LockedAccount locked, KeptToken token, boolean preferred) {
        var id = new PaymentMethodId(TimeOrderedUuid.next());
        var method = PaymentMethod.of(tx.account(), id, gateway.name(), token, preferred, locked.now());
        var writes = new ArrayList<Query>();
        writes.addAll(preferred ? PaymentMethods.keepAsPreferred(method) : List.of(PaymentMethods.keep(method)));
        writes.add(audit(viewer, locked, PaymentMethods.added(method)));
        tx.together(writes);
        return method;
    }

    private static PaymentMethod prefer(
            AccountTransaction tx, Viewer viewer, LockedAccount locked, PaymentMethod method, boolean preferred) {
        if (!preferred || method.preferred()) {
            return method;
        }
        var writes = new ArrayList<>(PaymentMethods.prefer(tx.account(), method.paymentMethodId()));
        writes.add(audit(viewer, locked, PaymentMethods.preferred(method)));
        tx.together(writes);
        return method.asPreferred();
    }

    private LockedAccount lock(AccountTransaction tx, Viewer viewer, String argument) {
        return accounts.lock(tx, viewer).orElseThrow(() -> Refusal.notFound("input", argument));
    }

    private static Query audit(Viewer viewer, LockedAccount locked, Change change) {
        return Audit.append(viewer, locked.account().accountId(), locked.now(), change);
    }
}
