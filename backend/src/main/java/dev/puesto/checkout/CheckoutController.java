package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.MoneyInput;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.PageRequest;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.document.CreditNote;
import dev.puesto.document.Invoice;
import dev.puesto.document.PlacedDocuments;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.payment.Payment;
import dev.puesto.seatquote.SeatQuoteView;
import dev.puesto.seatquote.SeatQuoteViews;
import dev.puesto.subscription.OrderInProgress;
import dev.puesto.subscription.Subscription;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Placing orders, paying for them, and looking at them. */
@Controller
class CheckoutController implements NodeLoader {
    private final Checkout checkout;
    private final PaymentConfirmation confirmation;
    private final Orders orders;
    private final CatalogReference catalogs;
    private final SeatQuoteViews views;
    private final PlacedDocuments documents;

    CheckoutController(
            Checkout checkout,
            PaymentConfirmation confirmation,
            Orders orders,
            CatalogReference catalogs,
            SeatQuoteViews views,
            PlacedDocuments documents) {
        this.checkout = checkout;
        this.confirmation = confirmation;
        this.orders = orders;
        this.catalogs = catalogs;
        this.views = views;
        this.documents = documents;
    }

    @MutationMapping
    OrderPayload checkout(@Argument CheckoutInput input, Viewer viewer) {
        return OrderPayload.of(checkout.place(viewer, input.command(), input.idempotencyKey()));
    }

    @MutationMapping
    OrderPayload confirmPayment(@Argument ConfirmPaymentInput input, Viewer viewer) {
        OrderId order =
                input.orderId().as(Order.TYPE, OrderId::new).orElseThrow(() -> Refusal.notFound("input", "orderId"));
        return OrderPayload.of(confirmation.confirm(viewer, input.orderId().account(), order, input.idempotencyKey()));
    }

    @QueryMapping
    @Nullable
    Order order(@Argument GlobalId id, Viewer viewer) {
        return id.as(Order.TYPE, OrderId::new)
                .flatMap(order -> orders.find(viewer, id.account(), List.of(order)).stream()
                        .findFirst())
                .orElse(null);
    }

    @SchemaMapping
    Connection<Order> orders(Account account, PageRequest page, @Argument @Nullable OrderState state) {
        return orders.page(account.accountId(), page, state);
    }

    @BatchMapping
    Map<Order, List<OrderLine>> lines(List<Order> page) {
        Map<OrderId, List<OrderLine>> found = byAccount(page, orders::lines);
        return page.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), order -> found.getOrDefault(order.orderId(), List.of())));
    }

    @BatchMapping
    Map<Order, PaymentAction> paymentAction(List<Order> page) {
        List<Order> pending = page.stream()
                .filter(order -> order.state() == OrderState.PENDING_PAYMENT)
                .toList();
        Map<OrderId, Payment> found = byAccount(pending, orders::waitingForAction);
        return pending.stream()
                .distinct()
                .filter(order -> found.containsKey(order.orderId()))
                .collect(Collectors.toMap(Function.identity(), order -> PaymentAction.of(found.get(order.orderId()))));
    }

    @BatchMapping
    Map<OrderLine, Subscription> subscription(List<OrderLine> lines) {
        Map<SubscriptionId, Subscription> found = new HashMap<>();
        lines.stream()
                .collect(Collectors.groupingBy(
                        OrderLine::accountId, Collectors.mapping(OrderLine::subscription, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(orders.subscriptions(account, ids)));
        return lines.stream()
                .distinct()
                .filter(line -> found.containsKey(line.subscription()))
                .collect(Collectors.toMap(Function.identity(), line -> found.get(line.subscription())));
    }

    @BatchMapping
    Map<Order, Invoice> invoice(List<Order> page) {
        return ofPlaced(page, documents::invoices);
    }

    @BatchMapping
    Map<Order, CreditNote> creditNote(List<Order> page) {
        return ofPlaced(page, documents::creditNotes);
    }

    @BatchMapping
    Map<OrderInProgress, Order> order(List<OrderInProgress> errors) {
        Map<OrderId, Order> found = new HashMap<>();
        errors.stream()
                .collect(Collectors.groupingBy(
                        OrderInProgress::accountId, Collectors.mapping(OrderInProgress::orderId, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(orders.ofIds(account, ids)));
        return errors.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), error -> found.get(error.orderId())));
    }

    private static <T> Map<Order, T> ofPlaced(List<Order> page, Loader<T> loader) {
        List<Order> placed = page.stream()
                .filter(order -> order.state() == OrderState.PLACED)
                .toList();
        Map<OrderId, T> found = byAccount(placed, loader);
        return placed.stream()
                .distinct()
                .filter(order -> found.containsKey(order.orderId()))
                .collect(Collectors.toMap(Function.identity(), order -> found.get(order.orderId())));
    }

    private static <T> Map<OrderId, T> byAccount(List<Order> page, Loader<T> loader) {
        Map<OrderId, T> found = new HashMap<>();
        page.stream()
                .collect(
                        Collectors.groupingBy(Order::accountId, Collectors.mapping(Order::orderId, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(loader.load(account, ids)));
        return found;
    }

    private interface Loader<T> {
        Map<OrderId, T> load(AccountId account, Collection<OrderId> ids);
    }

    @SchemaMapping
    CatalogView.Product product(OrderLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).product(line.productId()));
    }

    @SchemaMapping
    CatalogView.Plan plan(OrderLine line, Locale locale) {
        return Objects.requireNonNull(catalogs.view(locale, line.planId()).plan(line.planId()));
    }

    @SchemaMapping
    CatalogView.@Nullable Plan previousPlan(OrderLine line, Locale locale) {
        return line.previousPlanId() == null ? null : catalogs.view(locale).plan(line.previousPlanId());
    }

    @SchemaMapping
    SeatQuoteView seatQuote(SeatQuoteChanged error, Locale locale) {
        return views.of(error.seatQuote(), locale);
    }

    @Override
    public String type() {
        return Order.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        return orders.find(viewer, account, ids.stream().map(OrderId::new).toList()).stream()
                .collect(Collectors.toMap(order -> order.orderId().value(), Function.identity()));
    }

    record CheckoutInput(
            GlobalId accountId,
            GlobalId cartId,
            @Nullable String seatQuoteId,
            @Nullable MoneyInput maximumAmountDue,
            @Nullable GlobalId paymentMethodId,
            @Nullable String paymentToken,
            UUID idempotencyKey) {

        CheckoutCommand command() {
            AccountId account = accountId.asAccount();
            return new CheckoutCommand(
                    account,
                    cartId.in(account, "Cart", CartId::new).orElseThrow(() -> Refusal.notFound("input", "cartId")),
                    seatQuoteId,
                    maximumAmountDue == null ? null : maximumAmountDue.toMoney(),
                    paymentMethodId == null
                            ? null
                            : paymentMethodId
                                    .in(account, "PaymentMethod", PaymentMethodId::new)
                                    .orElseThrow(() -> Refusal.notFound("input", "paymentMethodId")),
                    paymentToken);
        }
    }

    record ConfirmPaymentInput(GlobalId orderId, UUID idempotencyKey) {}

    record PaymentAction(String redirectUrl, Instant expiresAt) {
        static PaymentAction of(Payment payment) {
            return new PaymentAction(
                    Objects.requireNonNull(payment.redirectUrl()), Objects.requireNonNull(payment.actionExpiresAt()));
        }
    }

    record OrderPayload(@Nullable Order order, List<UserError> userErrors) {
        static OrderPayload of(CheckoutResult result) {
            return switch (result) {
                case CheckoutResult.Ordered ordered -> new OrderPayload(ordered.order(), List.of());
                case CheckoutResult.Refused refused -> new OrderPayload(null, refused.errors());
            };
        }
    }
}
