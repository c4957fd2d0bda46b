package dev.puesto.quote;

import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.REQUEST;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.AccountKind;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.cart.Cart;
import dev.puesto.cart.CartChanged;
import dev.puesto.cart.CartState;
import dev.puesto.cart.Carts;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.RequestId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyState;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.outbox.Outbox;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a request of a corporate account's cart. The cart is checked out with it, so that its owner can begin another one
 * at once; the request keeps the changes as they were asked.
 */
@Component
class RequestSending {
    private static final int NOTE_MAX = 2_000;

    private final AccountDb db;
    private final Accounts accounts;
    private final Carts carts;
    private final IdempotencyKeys keys;
    private final Outbox outbox;

    RequestSending(AccountDb db, Accounts accounts, Carts carts, IdempotencyKeys keys, Outbox outbox) {
        this.db = db;
        this.accounts = accounts;
        this.carts = carts;
        this.keys = keys;
        this.outbox = outbox;
    }

    /** What is to be sent. */
    record Command(AccountId account, CartId cart, @Nullable String note) {

        Optional<UserError> fault() {
            return note != null && note.length() > NOTE_MAX
                    ? Optional.of(InvalidInput.of("tooLong", List.of("input", "note"), NOTE_MAX))
                    : Optional.empty();
        }
    }

    /** What came of it. */
    record Outcome(@Nullable Request request, @Nullable Cart cart, List<UserError> errors) {

        static Outcome refused(UserError error) {
            return new Outcome(null, null, List.of(error));
        }
    }

    /** What a key keeps of a request. */
    record BoundRequest(int version, UUID request) {}

    /** Who asks, as the representative answers them. */
    private record Asker(String name, String email, String locale) {}

    private record Call(AccountTransaction transaction, Viewer viewer, LockedAccount locked, Command command) {
        Account account() {
            return locked.account();
        }
    }

    Outcome send(Viewer viewer, Command command, UUID key) {
        KeyUse use = KeyUse.of(viewer, key, "requestSeatChange", command);
        return db.transact(command.account(), transaction -> {
            LockedAccount locked =
                    accounts.lock(transaction, viewer).orElseThrow(() -> Refusal.notFound("input", "accountId"));
            Call call = new Call(transaction, viewer, locked, command);
            return switch (keys.find(transaction, use)) {
                case KeyState.Reused ignored -> Outcome.refused(new IdempotencyKeyReused());
                case KeyState.Bound bound -> replay(call, bound.answerAs(BoundRequest.class));
                case KeyState.Unbound ignored -> decide(call, use);
            };
        });
    }

    private Outcome replay(Call call, BoundRequest bound) {
        Request request = call.transaction()
                .sql()
                .fetchSingle(Requests.byId(call.transaction().account(), List.of(new RequestId(bound.request()))))
                .map(Requests::read);
        return new Outcome(request, cart(call).orElse(null), List.of());
    }

    private Optional<Cart> cart(Call call) {
        return carts.read(call.transaction()
                .sql()
                .fetch(Carts.byId(
                        call.viewer(),
                        call.transaction().account(),
                        call.command().cart())));
    }

    private Outcome decide(Call call, KeyUse use) {
        Optional<UserError> fault = call.command().fault();
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        if (call.account().kind() != AccountKind.CORPORATE) {
            return Outcome.refused(new CheckoutInstead());
        }
        Cart cart = cart(call).orElseThrow(() -> Refusal.notFound("input", "cartId"));
        if (cart.state() != CartState.OPEN) {
            return Outcome.refused(new CartChanged(cart));
        }
        return cart.lines().isEmpty()
                ? Outcome.refused(InvalidInput.of("required", List.of("input", "cartId")))
                : write(call, cart, use);
    }

    private Outcome write(Call call, Cart cart, KeyUse use) {
        Asker asker = asker(call);
        Request request = request(call, cart, asker);
        AccountId account = request.accountId();
        call.transaction()
                .finish(List.of(
                        Requests.insert(request, asker.locale()),
                        Requests.insertLines(request, cart.lines(), owned(call, cart)),
                        Carts.send(account, cart.cartId(), request.requestId()),
                        Audit.append(call.viewer(), account, call.locked().now(), opened(request)),
                        outbox.append(account, new RequestOpened(request.requestId())),
                        keys.bind(
                                account,
                                use,
                                new BoundRequest(1, request.requestId().value()))));
        return new Outcome(request, cart.sentWith(request.requestId()), List.of());
    }

    private static Change opened(Request request) {
        return new Change(
                "REQUEST_OPENED", Request.TYPE, request.requestId(), null, Map.of("number", request.number()));
    }

    private static Request request(Call call, Cart cart, Asker asker) {
        AccountId account = call.transaction().account();
        long last = call.transaction()
                .sql()
                .fetchOptional(Requests.lastNumber(account))
                .map(row -> row.get(REQUEST.NUMBER))
                .orElse(0L);
        return new Request(
                account,
                new RequestId(TimeOrderedUuid.next()),
                last + 1,
                RequestState.OPEN,
                null,
                cart.cartId(),
                call.viewer().actor(),
                asker.name(),
                asker.email(),
                call.command().note(),
                cart.purchaseOrderNumber(),
                call.locked().now(),
                null,
                1);
    }

    /** Whoever is no contact of the account is answered where its invoices go. */
    private static Asker asker(Call call) {
        Account account = call.account();
        if (call.viewer() instanceof Viewer.Person person) {
            Optional<? extends Record> contact =
                    call.transaction().sql().fetchOptional(Requests.contact(account.accountId(), person.id()));
            if (contact.isPresent()) {
                Record row = contact.get();
                return new Asker(row.get(CONTACT.NAME), row.get(CONTACT.EMAIL), row.get(CONTACT.LOCALE));
            }
        }
        return new Asker(account.name(), account.billingEmail(), account.locale());
    }

    private static Map<SubscriptionId, Long> owned(Call call, Cart cart) {
        List<SubscriptionId> ids = cart.lines().stream()
                .map(line -> line.change().subscriptionId())
                .filter(Objects::nonNull)
                .toList();
        return call
                .transaction()
                .sql()
                .fetch(Subscriptions.byId(call.transaction().account(), ids))
                .map(Subscriptions::read)
                .stream()
                .collect(Collectors.toMap(Subscription::subscriptionId, Subscription::seatsOwned));
    }
}
