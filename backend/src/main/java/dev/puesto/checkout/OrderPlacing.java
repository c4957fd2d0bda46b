package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.CollectionMethod;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.Messages;
import dev.puesto.api.MoneyView;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.cart.Cart;
import dev.puesto.cart.CartChanged;
import dev.puesto.cart.Carts;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.document.Settlement;
import dev.puesto.document.Settlements;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyState;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.payment.GivenMethod;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.PaymentMethod;
import dev.puesto.payment.PaymentMethods;
import dev.puesto.payment.Payments;
import dev.puesto.seatquote.PaymentDataRequired;
import dev.puesto.seatquote.RequestPlace;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.SeatQuoteCheck;
import dev.puesto.seatquote.SeatQuoteRequest;
import dev.puesto.seatquote.SeatQuoteWords;
import dev.puesto.seatquote.SeatQuotes;
import dev.puesto.subscription.OrderInProgress;
import dev.puesto.tax.TaxSettings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * A checkout's first transaction, the only code of it with branches: lock, replay, price, refuse, and then place the order
 * or let it wait for its payment.
 */
@Component
final class OrderPlacing {
    private final Accounts accounts;
    private final Carts carts;
    private final SeatQuotes quotes;
    private final CatalogReference catalogs;
    private final Messages messages;
    private final SeatQuoteWords words;
    private final PaymentGateway gateway;
    private final TaxSettings seller;
    private final NewOrders newOrders;

    OrderPlacing(
            Accounts accounts,
            Carts carts,
            SeatQuotes quotes,
            CatalogReference catalogs,
            Messages messages,
            SeatQuoteWords words,
            PaymentGateway gateway,
            TaxSettings seller,
            NewOrders newOrders) {
        this.accounts = accounts;
        this.carts = carts;
        this.quotes = quotes;
        this.catalogs = catalogs;
        this.messages = messages;
        this.words = words;
        this.gateway = gateway;
        this.seller = seller;
        this.newOrders = newOrders;
    }

    /** Everything of a request that one transaction works on. */
    private record Work(
            AccountTransaction transaction,
            Viewer viewer,
            CheckoutCommand command,
            KeyUse use,
            Outside outside,
            LockedAccount locked,
            AccountState state,
            List<Settlement> unsettled,
            List<PaymentMethod> methods,
            Cart cart) {

        Account account() {
            return locked.account();
        }

        boolean namesMethod() {
            return command.paymentMethodId() != null;
        }
    }

    /** Decides and writes; commits where it writes an order. */
    Attempt attempt(
            AccountTransaction transaction, Viewer viewer, CheckoutCommand command, KeyUse use, Outside outside) {
        AccountId account = command.accountId();
        List<Result<Record>> read = transaction.fetchTogether(List.of(
                Accounts.locking(viewer, account),
                IdempotencyKeys.finding(account, use),
                Carts.byId(viewer, account, command.cartId()),
                AccountState.of(viewer, account),
                Settlements.unsettled(account),
                methods(command)));
        if (read.getFirst().isEmpty()) {
            throw Refusal.notFound("input", "accountId");
        }
        return switch (IdempotencyKeys.read(read.get(1), use)) {
            case KeyState.Reused ignored -> refused(new IdempotencyKeyReused());
            case KeyState.Bound bound -> replay(transaction, Objects.requireNonNull(bound.order()));
            case KeyState.Unbound ignored -> order(work(transaction, viewer, command, use, outside, read));
        };
    }

    private Work work(
            AccountTransaction transaction,
            Viewer viewer,
            CheckoutCommand command,
            KeyUse use,
            Outside outside,
            List<Result<Record>> read) {
        LockedAccount locked = accounts.locked(read.getFirst().getFirst());
        return new Work(
                transaction,
                viewer,
                command,
                use,
                outside,
                locked,
                AccountState.read(read.get(3).getFirst(), locked.account()),
                read.get(4).map(Settlements::read),
                read.get(5).map(PaymentMethods::read),
                carts.read(read.get(2)).orElseThrow(() -> Refusal.notFound("input", "cartId")));
    }

    /** The method that is named, or those that a token may stand for, or the default. */
    private static Select<? extends Record> methods(CheckoutCommand command) {
        if (command.paymentMethodId() != null) {
            return PaymentMethods.kept(command.accountId(), command.paymentMethodId());
        }
        return command.paymentToken() == null
                ? PaymentMethods.preferred(command.accountId())
                : PaymentMethods.kept(command.accountId());
    }

    private static Attempt replay(AccountTransaction transaction, OrderId id) {
        List<Result<Record>> read = transaction.fetchTogether(
                List.of(Orders.withPlan(transaction.account(), id), Payments.ofOrder(transaction.account(), id)));
        Order order = Orders.read(read.getFirst().getFirst());
        return order.state() == OrderState.PENDING_PAYMENT
                ? new Attempt.InFlight(order)
                : new Attempt.Done(PaymentCollection.result(order, read.get(1).map(Payments::read)));
    }

    private Attempt order(Work work) {
        Cart cart = work.cart();
        if (work.namesMethod() && work.methods().isEmpty()) {
            throw Refusal.notFound("input", "paymentMethodId");
        }
        return switch (cart.state()) {
            case HELD -> refused(new OrderInProgress(cart.accountId(), Objects.requireNonNull(cart.order())));
            case CHECKED_OUT -> refused(new CartChanged(cart));
            case OPEN ->
                cart.lines().isEmpty()
                        ? refused(InvalidInput.of("cartEmpty", List.of("input", "cartId")))
                        : price(work);
        };
    }

    private Attempt price(Work work) {
        SeatQuoteRequest request = work.cart().request(RequestPlace.CHECKOUT);
        if (request.taxIdToAdd() != null
                && !request.taxIdToAdd().equals(work.outside().taxIdAsked())) {
            return new Attempt.Ask(new Outside.Question.TaxId(request, work.account()));
        }
        String id = work.command().seatQuoteId();
        return id == null ? priceWithin(work, request) : priceAs(work, request, id);
    }

    private Attempt priceAs(Work work, SeatQuoteRequest request, String id) {
        SeatQuoteCheck check = quotes.check(
                work.transaction(), work.viewer(), id, request, work.outside().taxId());
        return switch (check) {
            case SeatQuoteCheck.Holds holds -> unlessBlocked(work, holds.seatQuote());
            case SeatQuoteCheck.Changed changed -> {
                List<UserError> blocking = blocking(changed.seatQuote());
                yield blocking.isEmpty()
                        ? refused(new SeatQuoteChanged(changed.seatQuote()))
                        : new Attempt.Done(new CheckoutResult.Refused(blocking));
            }
        };
    }

    /** Prices at the instant of placing, for a tool that nobody watches. */
    private Attempt priceWithin(Work work, SeatQuoteRequest request) {
        SeatQuote quote = quotes.quote(
                work.transaction(), work.viewer(), request, work.outside().taxId());
        Money maximum = Objects.requireNonNull(work.command().maximumAmountDue());
        if (quote.totals() == null) {
            return new Attempt.Done(new CheckoutResult.Refused(blocking(quote)));
        }
        if (work.cart().stale()) {
            return refused(new CartChanged(work.cart()));
        }
        Money due = quote.totals().amountDue();
        boolean within = maximum.getCurrencyUnit().equals(due.getCurrencyUnit()) && !due.isGreaterThan(maximum);
        return within ? unlessBlocked(work, quote) : refused(new SeatQuoteChanged(quote));
    }

    private Attempt unlessBlocked(Work work, SeatQuote quote) {
        List<UserError> blocking = blocking(quote);
        return blocking.isEmpty() ? pay(work, quote) : new Attempt.Done(new CheckoutResult.Refused(blocking));
    }

    /** What stands in the way, but for missing payment data, which the order itself may bring. */
    private static List<UserError> blocking(SeatQuote quote) {
        return quote.obstacles().stream()
                .filter(obstacle -> !(obstacle instanceof PaymentDataRequired))
                .toList();
    }

    private Attempt pay(Work work, SeatQuote quote) {
        if (work.command().paymentToken() != null && work.outside().token() == null) {
            return new Attempt.Ask(new Outside.Question.Token());
        }
        Optional<GivenMethod> given = given(work);
        if (work.outside().token() != null && given.isEmpty()) {
            return refused(InvalidInput.of("tooManyMethods", List.of("input", "paymentToken"), PaymentMethods.MOST));
        }
        Money due = Objects.requireNonNull(quote.totals()).amountDue();
        boolean charges = work.account().collection() == CollectionMethod.CHARGE && due.isPositive();
        Optional<PaymentMethod> method = given.map(GivenMethod::method).or(() -> usable(work));
        if (charges && method.isEmpty()) {
            return refused(new PaymentDataRequired(MoneyView.of(due)));
        }
        NewOrders.Draft draft = draft(work, quote, given);
        return charges && !quote.collectedLater()
                ? newOrders.awaitPayment(work.transaction(), draft, method.get(), due)
                : newOrders.placeNow(work.transaction(), draft);
    }

    private Optional<GivenMethod> given(Work work) {
        return Optional.ofNullable(work.outside().token())
                .flatMap(token -> GivenMethod.of(
                        work.account().accountId(),
                        token,
                        work.methods(),
                        gateway.name(),
                        work.locked().now()));
    }

    private Optional<PaymentMethod> usable(Work work) {
        return work.methods().stream()
                .findFirst()
                .filter(method -> method.isUsableOn(seller.dateOf(work.locked().now())));
    }

    private NewOrders.Draft draft(Work work, SeatQuote quote, Optional<GivenMethod> given) {
        LineDescriptions descriptions = new LineDescriptions(
                messages,
                words,
                catalogs.catalog(work.state().catalogVersion()),
                Locale.of(work.account().locale()),
                Locale.of(work.state().locale()));
        OrderPlan plan = OrderPlanner.plan(quote, descriptions, work.state().taxId());
        return new NewOrders.Draft(
                work.viewer(),
                work.locked(),
                work.state(),
                work.unsettled(),
                work.cart(),
                plan,
                new OrderId(TimeOrderedUuid.next()),
                work.use(),
                given.map(method -> method.keeping(work.viewer(), work.locked().now()))
                        .orElse(List.of()));
    }

    private static Attempt refused(UserError error) {
        return new Attempt.Done(CheckoutResult.Refused.of(error));
    }
}
