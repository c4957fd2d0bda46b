package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.LockedAccount;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.document.DocumentDrafter;
import dev.puesto.document.DocumentIssuer;
import dev.puesto.document.Invoice;
import dev.puesto.document.OrderDocuments;
import dev.puesto.document.OrderMoney;
import dev.puesto.document.OrderSettling;
import dev.puesto.document.SettledOrder;
import dev.puesto.document.Settlement;
import dev.puesto.document.SettlementState;
import dev.puesto.document.Settlements;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TaxIdId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.ledger.Funds;
import dev.puesto.ledger.Ledger;
import dev.puesto.outbox.Event;
import dev.puesto.outbox.Outbox;
import dev.puesto.seat.OrderedRelease;
import dev.puesto.seat.SeatsReleased;
import dev.puesto.seatquote.Effective;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.tax.CheckedTaxId;
import dev.puesto.tax.TaxId;
import dev.puesto.tax.TaxIdNumber;
import dev.puesto.tax.TaxIds;
import dev.puesto.tax.TaxReference;
import dev.puesto.tax.TaxSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes all that makes an order take effect, and commits it in the same round trip: seats, periods, charges, settlements,
 * ledger, tax id, audit, event, and last the documents with their numbers. The same for an order that is placed at once, after
 * its payment, or by recovery.
 */
@Component
final class OrderWriter {
    private final DocumentDrafter drafter;
    private final DocumentIssuer issuer;
    private final TaxReference taxes;
    private final TaxSettings seller;
    private final Outbox outbox;

    OrderWriter(DocumentDrafter drafter, DocumentIssuer issuer, TaxReference taxes, TaxSettings seller, Outbox outbox) {
        this.drafter = drafter;
        this.issuer = issuer;
        this.taxes = taxes;
        this.seller = seller;
        this.outbox = outbox;
    }

    /**
     * An order that takes effect.
     *
     * @param unsettled every invoice of the account that is not paid
     * @param order as placed
     * @param funds what the balance of before may pay: all that is available, or what the order held
     * @param held whether the order held them
     * @param payment what the gateway collected; null where nothing was
     * @param first the statements on order, cart and payment that go before
     * @param releases the statements that release seats
     * @param released whose seats they release, by subscription
     */
    record Placing(
            Viewer viewer,
            LockedAccount locked,
            AccountState state,
            List<Settlement> unsettled,
            Order order,
            OrderPlan plan,
            Funds funds,
            boolean held,
            OrderMoney.@Nullable Collected payment,
            List<Query> first,
            List<Query> releases,
            Map<SubscriptionId, List<UserId>> released) {

        private Account account() {
            return locked.account();
        }

        private AccountId accountId() {
            return locked.account().accountId();
        }
    }

    /**
     * Writes and commits; nothing may follow in the transaction.
     *
     * @return the order with the amounts by which it was settled
     */
    Order place(AccountTransaction transaction, Placing placing) {
        OrderDocuments documents = documents(placing);
        SettledOrder settled = OrderSettling.settle(new OrderMoney(
                placing.order().orderId(),
                documents,
                placing.unsettled(),
                placing.plan().carried(),
                placing.funds(),
                placing.held(),
                placing.payment()));
        requireAsQuoted(placing, settled);
        List<Query> writes = writes(placing, settled, paidUp(transaction, placing, settled));
        if (documents.drafts().isEmpty()) {
            transaction.finish(writes);
        } else {
            transaction.finish(
                    writes, issuer.issuing(placing.account(), placing.locked().now(), documents.drafts()));
        }
        return placing.order().settled(settled);
    }

    /** An order that is placed at once moves the money that its buyer saw, or none. */
    private static void requireAsQuoted(Placing placing, SettledOrder settled) {
        OrderAmounts quoted = placing.plan().amounts();
        if (!placing.held()
                && (settled.balanceAppliedMinor() != quoted.balanceAppliedMinor()
                        || settled.balanceAddedMinor() != quoted.balanceAddedMinor()
                        || settled.openMinor() != quoted.dueMinor())) {
            throw new IllegalStateException(
                    "order " + placing.order().orderId().value() + " would not settle as it was quoted");
        }
    }

    /** The subscriptions that the order does not end and that owe nothing any more. */
    private List<SubscriptionId> paidUp(AccountTransaction transaction, Placing placing, SettledOrder settled) {
        LocalDate today = seller.dateOf(placing.locked().now());
        return PaidUp.find(transaction, placing.account(), placing.unsettled(), settled.settlements(), today).stream()
                .filter(subscription -> placing.plan().changes().stream()
                        .noneMatch(change ->
                                change.ends() && change.subscriptionId().equals(subscription)))
                .toList();
    }

    private OrderDocuments documents(Placing placing) {
        return PlannedDocuments.draft(
                drafter,
                placing.account(),
                placing.order(),
                placing.plan(),
                placing.locked().now(),
                placing.plan().printedTaxId(placing.state().taxId()),
                taxes.policy(placing.state().taxVersion()).rates());
    }

    private List<Query> writes(Placing placing, SettledOrder settled, List<SubscriptionId> paidUp) {
        AccountId account = placing.accountId();
        Instant now = placing.locked().now();
        OrderEffect effect = new OrderEffect(
                placing.account(), placing.order().orderId(), placing.plan(), now, carriedArePaid(placing, settled));
        List<Query> writes = new ArrayList<>(placing.first());
        if (placing.held()) {
            writes.add(OrderStatements.place(account, placing.order().orderId(), now, settled));
        }
        writes.addAll(placing.releases());
        writes.addAll(effect.onSubscriptions());
        if (!paidUp.isEmpty()) {
            writes.add(SubscriptionChanges.paidUp(account, paidUp));
        }
        if (placing.held()) {
            writes.add(SubscriptionChanges.letGo(account, placing.order().orderId()));
        }
        writes.addAll(Settlements.write(account, settled.settlements(), now));
        writes.addAll(Ledger.post(account, placing.account().currency(), now, settled.entries()));
        writes.addAll(taxId(placing));
        writes.add(Audit.append(placing.viewer(), account, now, audited(placing, settled, paidUp)));
        writes.add(outbox.append(account, events(placing)));
        return writes;
    }

    private static boolean carriedArePaid(Placing placing, SettledOrder settled) {
        return settled.settlements().stream()
                        .filter(settlement -> placing.plan().carried().contains(settlement.invoice()))
                        .mapToLong(Settlement::openMinor)
                        .sum()
                == 0;
    }

    private static List<Query> taxId(Placing placing) {
        OrderPlan.AddedTaxId added = placing.plan().taxId();
        if (added == null) {
            return List.of();
        }
        AccountId account = placing.accountId();
        Instant now = placing.locked().now();
        TaxIdId id = new TaxIdId(TimeOrderedUuid.next());
        CheckedTaxId checked = new CheckedTaxId(
                new TaxIdNumber(added.country(), added.number()), added.state(), added.checkedAt(), added.reference());
        String before = placing.state().taxId();
        Change change = new Change(
                "TAX_ID_SET",
                TaxId.TYPE,
                id,
                before == null ? null : Map.of("number", before),
                Map.of("number", added.number(), "state", added.state().name()));
        List<Query> writes = new ArrayList<>(TaxIds.replace(account, id, checked, now));
        writes.add(Audit.append(placing.viewer(), account, now, change));
        return writes;
    }

    private static List<Change> audited(Placing placing, SettledOrder settled, List<SubscriptionId> paidUp) {
        Change placed = new Change(
                "ORDER_PLACED",
                Order.TYPE,
                placing.order().orderId(),
                null,
                placing.order().settled(settled).amounts());
        Stream<Change> changes = placing.plan().changes().stream().map(OrderWriter::audited);
        return Stream.of(
                        Stream.of(placed),
                        changes,
                        superseded(placing.plan()),
                        released(placing),
                        paid(placing.unsettled(), settled),
                        PaidUp.audited(paidUp).stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Change> superseded(OrderPlan plan) {
        return plan.changes().stream()
                .filter(change -> Boolean.TRUE.equals(change.unschedules()))
                .map(change -> new Change(
                        "SCHEDULED_CHANGE_SUPERSEDED",
                        Subscription.TYPE,
                        change.subscriptionId(),
                        Map.of("state", "SCHEDULED"),
                        Map.of("state", "SUPERSEDED")));
    }

    private static Stream<Change> released(Placing placing) {
        return placing.released().entrySet().stream()
                .map(seats -> new Change(
                        "SEATS_RELEASED", Subscription.TYPE, seats.getKey(), null, new Released(seats.getValue())));
    }

    /** The invoices of before that are paid now, by the order's money or by its credit. */
    private static Stream<Change> paid(List<Settlement> unsettled, SettledOrder settled) {
        Map<DocumentId, SettlementState> before =
                unsettled.stream().collect(Collectors.toMap(Settlement::invoice, Settlement::state));
        return settled.settlements().stream()
                .filter(after -> after.state() == SettlementState.PAID && before.containsKey(after.invoice()))
                .map(after -> new Change(
                        "INVOICE_PAID",
                        Invoice.TYPE,
                        after.invoice(),
                        Map.of("state", before.get(after.invoice())),
                        Map.of("state", after.state())));
    }

    private static Change audited(PlannedChange change) {
        return new Change(
                change.effective() == Effective.NOW ? "SEATS_CHANGED" : "SEAT_CHANGE_SCHEDULED",
                Subscription.TYPE,
                change.subscriptionId(),
                change.begins() ? null : new Seats(change.previousPlanId(), change.previousSeats()),
                new Seats(change.targetPlanId(), change.seats()));
    }

    private static List<Event> events(Placing placing) {
        Stream<Event> released = placing.released().entrySet().stream()
                .map(seats -> new SeatsReleased(seats.getKey(), seats.getValue()));
        return Stream.concat(Stream.of(new OrderPlaced(placing.order().orderId())), released)
                .toList();
    }

    private record Released(List<UserId> userIds) {}

    private record Seats(@Nullable PlanId planId, long seats) {}

    /** Whose seats a plan releases now, by subscription. */
    static Map<SubscriptionId, List<UserId>> released(OrderPlan plan) {
        return plan.changes().stream()
                .filter(change -> !change.releases().isEmpty())
                .collect(Collectors.toMap(PlannedChange::subscriptionId, PlannedChange::releases));
    }

    /** The seats that a plan releases now. */
    static List<OrderedRelease> releases(OrderPlan plan) {
        return plan.changes().stream()
                .flatMap(change -> change.releases().stream()
                        .map(user -> new OrderedRelease(change.subscriptionId(), user, change.ends())))
                .toList();
    }
}
