package dev.puesto.seatquote;

import dev.puesto.account.AccountKind;
import dev.puesto.account.AccountStatus;
import dev.puesto.account.CollectionMethod;
import dev.puesto.account.Representative;
import dev.puesto.api.MoneyView;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.catalog.Plan;
import dev.puesto.id.OrderId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.seatquote.PricingResult.Priced;
import dev.puesto.seatquote.PricingResult.Unpriced;
import dev.puesto.seatquote.SeatChange.OfHolding;
import dev.puesto.seatquote.SeatChange.OfNewSubscription;
import dev.puesto.seatquote.SeatChangeRefused.Reason;
import dev.puesto.subscription.OrderInProgress;
import dev.puesto.tax.CheckedTaxId;
import dev.puesto.tax.TaxDecision;
import dev.puesto.tax.TaxIdMalformed;
import dev.puesto.tax.TaxIdNeedsBusiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes a seat quote of what was asked and what is in force.
 *
 * @param taxIdToAdd the number asked for, checked; empty: none, or one that is no VAT number
 * @param minimum what the payment provider collects at least
 * @param representatives finds who looks after an account
 */
record Quoting(
        SeatQuoteRequest request,
        AccountFacts facts,
        ReleasePlan releases,
        Optional<CheckedTaxId> taxIdToAdd,
        Money minimum,
        Function<RepresentativeId, Representative> representatives) {

    /**
     * The seat quote, not signed.
     *
     * @throws Refusal {@code NOT_FOUND} for a subscription, plan or user that is not there
     */
    SeatQuote asOf(Instant asOf, Duration validity) {
        requireKnown();
        var customer = taxIdToAdd.map(facts.customer()::with).orElse(facts.customer());
        var tax = facts.taxPolicy().decide(customer, asOf);
        var order = canonicalOrder();
        var input = input(asOf, tax, order);
        var obstacles = new ArrayList<>(standing(order));
        var result = input.changes().size() == order.size() ? SeatPricing.price(input) : new Unpriced(List.of());
        var totals = result instanceof Priced priced ? priced.totals() : null;
        if (result instanceof Unpriced unpriced) {
            unpriced.obstacles().stream()
                    .map(obstacle -> new ObstacleError(request, order).of(obstacle))
                    .forEach(obstacles::add);
        }
        if (result instanceof Priced priced) {
            overdue(order, priced).forEach(obstacles::add);
            held(priced.totals()).forEach(obstacles::add);
        }
        paymentData(totals).ifPresent(obstacles::add);
        return new SeatQuote(
                null,
                facts.id(),
                facts.currency(),
                asOf,
                asOf.plus(validity),
                facts.zone(),
                tax,
                taxIdToAdd.orElse(null),
                facts.collection() == CollectionMethod.SEND_INVOICE ? facts.paymentTermDays() : null,
                totals != null && collectedLater(totals.amountDue()),
                changes(order, result),
                totals,
                obstacles.stream().distinct().toList());
    }

    private PricingInput input(Instant asOf, TaxDecision tax, List<Integer> order) {
        return new PricingInput(
                facts.currency(),
                asOf,
                facts.zone(),
                tax.group(),
                facts.balanceMinor(),
                facts.openInvoices(),
                order.stream()
                        .map(position -> change(request.changes().get(position)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private void requireKnown() {
        for (var i = 0; i < request.changes().size(); i++) {
            var change = request.changes().get(i);
            requireKnown(change.subscriptionId(), i, "subscriptionId");
            requireKnown(change.alignTo(), i, "alignTo");
            if (change.planId() != null
                    && facts.catalog().findPlan(change.planId()).isEmpty()) {
                throw notFound(i, "planId");
            }
            var unknown = releases.unknown(change);
            if (unknown.isPresent()) {
                throw notFound(i, "releases", "userIds", Integer.toString(unknown.getAsInt()));
            }
        }
    }

    private void requireKnown(@Nullable SubscriptionId subscription, int position, String field) {
        if (subscription != null && !facts.subscriptions().containsKey(subscription)) {
            throw notFound(position, field);
        }
    }

    private Refusal notFound(int position, String... field) {
        return Refusal.notFound(request.place().change(position, field).toArray(String[]::new));
    }

    /** The positions of the changes in the order in which they are priced. */
    private List<Integer> canonicalOrder() {
        return IntStream.range(0, request.changes().size())
                .boxed()
                .sorted(Comparator.comparing(position -> request.changes().get(position), CanonicalOrder.OF_REQUESTED))
                .toList();
    }

    /** What pricing is asked; empty for a change of a subscription, or to the dates of one, that has ended. */
    private Optional<SeatChange> change(SeatChangeRequest change) {
        var plan = plan(change);
        var prices = facts.catalog().prices(plan.id(), facts.currency());
        if (change.subscriptionId() != null) {
            return holding(change.subscriptionId())
                    .map(holding -> new OfHolding(
                            holding, plan, prices, change.seats(), Optional.ofNullable(change.effective())));
        }
        var offered = plan.active() && facts.catalog().product(plan.productId()).active();
        var trial = !facts.heldProducts().contains(plan.productId());
        if (change.alignTo() == null) {
            return Optional.of(new OfNewSubscription(plan, offered, prices, change.seats(), trial, Optional.empty()));
        }
        return holding(change.alignTo())
                .map(joined ->
                        new OfNewSubscription(plan, offered, prices, change.seats(), false, Optional.of(joined)));
    }

    private Plan plan(SeatChangeRequest change) {
        return Optional.ofNullable(change.planId())
                .or(() -> subscription(change).map(facts -> facts.subscription().planId()))
                .map(facts.catalog()::plan)
                .orElseThrow();
    }

    private Optional<SubscriptionFacts> subscription(SeatChangeRequest change) {
        return Optional.ofNullable(facts.subscriptions().get(change.subscriptionId()));
    }

    private Optional<Holding> holding(@Nullable SubscriptionId id) {
        return Optional.ofNullable(facts.subscriptions().get(id)).flatMap(SubscriptionFacts::holding);
    }

    private List<QuotedChange> changes(List<Integer> order, PricingResult result) {
        var quoted = new QuotedChange[order.size()];
        for (var i = 0; i < quoted.length; i++) {
            var priced = result instanceof Priced prices ? prices.changes().get(i) : null;
            quoted[order.get(i)] = quoted(request.changes().get(order.get(i)), priced);
        }
        return List.of(quoted);
    }

    private QuotedChange quoted(SeatChangeRequest change, @Nullable PricedChange priced) {
        var plan = plan(change);
        return new QuotedChange(
                change,
                subscription(change).map(SubscriptionFacts::subscription).orElse(null),
                subscription(change)
                        .flatMap(SubscriptionFacts::holding)
                        .map(holding -> holding.live().id())
                        .orElse(null),
                facts.catalog().product(plan.productId()),
                plan,
                priced,
                releases.released(change));
    }

    /** What stands in the way whatever the price. */
    private List<UserError> standing(List<Integer> order) {
        var obstacles = new ArrayList<UserError>();
        if (facts.status() == AccountStatus.CLOSED) {
            obstacles.add(new SeatChangeRefused(request.place().account(), Reason.ACCOUNT_CLOSED));
        }
        if (request.taxIdToAdd() != null && !facts.customer().business()) {
            obstacles.add(new TaxIdNeedsBusiness(request.place().taxIdToAdd()));
        } else if (request.taxIdToAdd() != null && taxIdToAdd.isEmpty()) {
            obstacles.add(new TaxIdMalformed(request.place().taxIdToAdd()));
        }
        if (facts.kind() == AccountKind.CORPORATE && facts.representativeId() != null) {
            obstacles.add(new RepresentativeRequired(representatives.apply(facts.representativeId())));
        }
        order.stream().sorted().forEach(position -> addObstacles(position, obstacles));
        return obstacles;
    }

    private void addObstacles(int position, List<UserError> obstacles) {
        var change = request.changes().get(position);
        var subscription =
                subscription(change).map(SubscriptionFacts::subscription).orElse(null);
        if (subscription != null && holding(change.subscriptionId()).isEmpty()) {
            obstacles.add(new SeatChangeRefused(path(position, "subscriptionId"), Reason.SUBSCRIPTION_ENDED));
        }
        if (change.alignTo() != null && holding(change.alignTo()).isEmpty()) {
            obstacles.add(new SeatChangeRefused(path(position, "alignTo"), Reason.CANNOT_ALIGN));
        }
        Stream.of(change.subscriptionId(), change.alignTo())
                .flatMap(id -> pendingOrder(id).stream())
                .forEach(order -> obstacles.add(new OrderInProgress(facts.id(), order)));
        var missing = releases.missing(change);
        if (subscription != null && missing > 0) {
            obstacles.add(new SeatsStillAssigned(
                    path(position, "seats"),
                    facts.id(),
                    subscription.subscriptionId(),
                    change.seats() + missing,
                    missing,
                    releases.proposals(change)));
        }
    }

    /** The order that holds a subscription, and may move its dates. */
    private Optional<OrderId> pendingOrder(@Nullable SubscriptionId id) {
        return Optional.ofNullable(facts.subscriptions().get(id))
                .map(held -> held.subscription().pendingOrderId());
    }

    /** Where invoices are sent, an increase cannot pay what is overdue, unless credit and balance do. */
    private Stream<UserError> overdue(List<Integer> order, Priced priced) {
        var totals = priced.totals();
        var payable = totals.creditAvailable().plus(totals.balance());
        if (facts.collection() != CollectionMethod.SEND_INVOICE
                || !totals.carriedInvoices().isGreaterThan(payable)) {
            return Stream.empty();
        }
        return IntStream.range(0, order.size())
                .filter(i -> priced.changes().get(i).increasesPastDue())
                .mapToObj(i -> new SeatChangeRefused(path(order.get(i), "seats"), Reason.INVOICES_OVERDUE));
    }

    /** An invoice that an order which waits for its payment settles must be settled by no other. */
    private Stream<UserError> held(Totals totals) {
        var touched = Stream.concat(totals.carried().stream(), totals.settlements().stream())
                .map(Totals.InvoiceAmount::invoiceId)
                .collect(Collectors.toSet());
        return facts.openInvoices().stream()
                .filter(invoice -> touched.contains(invoice.id()))
                .map(OpenInvoice::heldBy)
                .filter(Objects::nonNull)
                .map(order -> new OrderInProgress(facts.id(), order));
    }

    private boolean collectedLater(Money due) {
        return facts.collection() == CollectionMethod.CHARGE && due.isPositive() && due.isLessThan(minimum);
    }

    private Optional<UserError> paymentData(@Nullable Totals totals) {
        return totals != null
                        && totals.amountDue().isPositive()
                        && facts.collection() == CollectionMethod.CHARGE
                        && !facts.payable()
                ? Optional.of(new PaymentDataRequired(MoneyView.of(totals.amountDue())))
                : Optional.empty();
    }

    private List<String> path(int position, String field) {
        return request.place().change(position, field);
    }
}
