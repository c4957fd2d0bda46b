package dev.puesto.quote;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.Refusal;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.cart.Cart;
import dev.puesto.cart.CartState;
import dev.puesto.cart.Carts;
import dev.puesto.id.AccountId;
import dev.puesto.id.RequestId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.outbox.Outbox;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes a request back, and opens its cart again unless its owner began another one meanwhile. */
@Component
class RequestWithdrawal {
    private final AccountDb db;
    private final Accounts accounts;
    private final Carts carts;
    private final Outbox outbox;

    RequestWithdrawal(AccountDb db, Accounts accounts, Carts carts, Outbox outbox) {
        this.db = db;
        this.accounts = accounts;
        this.carts = carts;
        this.outbox = outbox;
    }

    RequestSending.Outcome withdraw(Viewer viewer, AccountId account, RequestId id, long expectedVersion) {
        return db.transact(account, transaction -> {
            LockedAccount locked =
                    accounts.lock(transaction, viewer).orElseThrow(() -> Refusal.notFound("input", "requestId"));
            Request request = transaction
                    .sql()
                    .fetchOptional(Requests.byId(account, List.of(id)))
                    .map(Requests::read)
                    .orElseThrow(() -> Refusal.notFound("input", "requestId"));
            return request.state() != RequestState.OPEN || request.version() != expectedVersion
                    ? RequestSending.Outcome.refused(new RequestChanged(request))
                    : close(transaction, viewer, locked, request);
        });
    }

    private RequestSending.Outcome close(
            AccountTransaction transaction, Viewer viewer, LockedAccount locked, Request request) {
        AccountId account = request.accountId();
        Request closed = request.withdrawn(locked.now());
        transaction.together(List.of(
                Requests.close(closed, locked.now(), viewer.actor()),
                Carts.takeBack(account, request.cart()),
                Audit.append(viewer, account, locked.now(), withdrawn(request)),
                outbox.append(account, new RequestWithdrawn(request.requestId()))));
        Cart cart = carts.read(transaction.sql().fetch(Carts.byId(viewer, account, request.cart())))
                .filter(reopened -> reopened.state() == CartState.OPEN)
                .orElse(null);
        return new RequestSending.Outcome(closed, cart, List.of());
    }

    private static Change withdrawn(Request request) {
        return new Change(
                "REQUEST_WITHDRAWN",
                Request.TYPE,
                request.requestId(),
                Map.of("state", request.state().name()),
                Map.of("state", RequestState.CLOSED.name()));
    }
}
