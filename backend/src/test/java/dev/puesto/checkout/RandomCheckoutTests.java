package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.DOCUMENT_LINE;
import static dev.puesto.jooq.Tables.ORDER_LINE;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRICE_TIER;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.seatquote.LineKind;
import dev.puesto.seatquote.PricedLine;
import dev.puesto.seatquote.QuotedChange;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.Totals;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever was quoted is what was charged, to the minor unit: random catalogs, carts and instants from a fixed seed. */
@PuestoTest
class RandomCheckoutTests {
    private static final int CHECKOUTS = 200;
    private static final int CHECKOUTS_PER_ACCOUNT = 20;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD");

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PaymentGateway gateway;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    private final Random random = new Random(20_260_101);

    @Test
    void chargesWhatWasQuotedInTwoHundredRandomCheckouts() {
        for (int i = 0; i < CHECKOUTS / CHECKOUTS_PER_ACCOUNT; i++) {
            String currency = CURRENCIES.get(i % CURRENCIES.size());
            AccountId account =
                    accounts.open(currency, List.of("ES", "FR", "US").get(i % 3));
            Buyer buyer = test.buyer(account);
            List<PlanId> plans = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                plans.add(randomPlan(currency));
            }
            Instant now = Instant.parse("2026-01-31T10:00:00Z");
            for (int j = 0; j < CHECKOUTS_PER_ACCOUNT; j++) {
                accounts.setClock(account, now);
                checkOutSomething(buyer, plans);
                now = now.plus(Duration.ofSeconds(1 + random.nextInt(90_000)));
            }
            invariants.hold(account.value().toString());
        }
    }

    private void checkOutSomething(Buyer buyer, List<PlanId> plans) {
        List<SubscriptionId> owned = db.sql()
                .select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .and(SUBSCRIPTION.STATUS.ne("ENDED"))
                .orderBy(SUBSCRIPTION.ID)
                .fetch(SUBSCRIPTION.ID);
        test.put(buyer, SeatChangeRequest.of(plans.get(random.nextInt(plans.size())), 1 + random.nextInt(300)));
        for (SubscriptionId subscription : owned) {
            if (random.nextBoolean()) {
                long seats = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(300);
                test.put(buyer, SeatChangeRequest.of(subscription, seats));
            }
        }
        long before = balance(buyer);
        SeatQuote quote = test.quote(buyer);
        CheckoutResult result = test.checkOut(buyer, quote, "sandbox_success", UUID.randomUUID());
        assertThat(result).isInstanceOf(CheckoutResult.Ordered.class);
        Order order = ((CheckoutResult.Ordered) result).order();
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        compare(buyer, order.orderId(), quote, before);
    }

    private void compare(Buyer buyer, OrderId order, SeatQuote quote, long balanceBefore) {
        Totals totals = Objects.requireNonNull(quote.totals());
        assertThat(document(buyer, order, "INVOICE")).isEqualTo(minor(totals.charges()));
        assertThat(document(buyer, order, "CREDIT_NOTE")).isEqualTo(minor(totals.credits()));
        assertThat(documentLines(buyer, order))
                .containsExactlyInAnyOrderElementsOf(quote.lines().stream()
                        .filter(PricedLine::documented)
                        .<List<Object>>map(line -> List.of(line.kind().name(), minor(line.net())))
                        .toList());
        assertThat(balance(buyer) - balanceBefore)
                .isEqualTo(minor(totals.balanceAdded()) - minor(totals.balanceApplied()));
        boolean collected = !totals.amountDue().isLessThan(gateway.minimumAmount(quote.currency()));
        long paid = db.sql()
                .select(PAYMENT.AMOUNT_MINOR)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.ORDER_ID.eq(order))
                .fetchOptional(PAYMENT.AMOUNT_MINOR)
                .orElse(0L);
        assertThat(paid).isEqualTo(collected ? minor(totals.amountDue()) : 0);
        assertThat(amounts(buyer, order))
                .containsExactly(
                        minor(totals.charges()),
                        minor(totals.credits()),
                        minor(totals.total()),
                        minor(totals.carriedInvoices()),
                        minor(totals.balanceApplied()),
                        minor(totals.balanceAdded()),
                        minor(totals.amountDue()));
        assertThat(orderLines(buyer, order))
                .containsExactlyElementsOf(quote.changes().stream()
                        .map(change -> List.of(
                                net(change, LineKind.CHARGE),
                                net(change, LineKind.CREDIT),
                                change.request().seats()))
                        .toList());
    }

    private List<Object> amounts(Buyer buyer, OrderId order) {
        return db.sql()
                .select(
                        ACCOUNT_ORDER.CHARGES_MINOR,
                        ACCOUNT_ORDER.CREDITS_MINOR,
                        ACCOUNT_ORDER.TOTAL_MINOR,
                        ACCOUNT_ORDER.CARRIED_INVOICES_MINOR,
                        ACCOUNT_ORDER.BALANCE_APPLIED_MINOR,
                        ACCOUNT_ORDER.BALANCE_ADDED_MINOR,
                        ACCOUNT_ORDER.DUE_MINOR)
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(buyer.account()))
                .and(ACCOUNT_ORDER.ID.eq(order))
                .fetchSingle()
                .intoList();
    }

    /** What each line charges and credits, and its seats. */
    private List<List<Long>> orderLines(Buyer buyer, OrderId order) {
        return db.sql()
                .select(ORDER_LINE.CHARGE_NET_MINOR, ORDER_LINE.CREDIT_NET_MINOR, ORDER_LINE.SEATS)
                .from(ORDER_LINE)
                .where(ORDER_LINE.ACCOUNT_ID.eq(buyer.account()))
                .and(ORDER_LINE.ORDER_ID.eq(order))
                .orderBy(ORDER_LINE.POSITION)
                .fetch(row -> List.of(row.value1(), row.value2(), row.value3()));
    }

    /** Whether each line of a document charges or credits, and how much. */
    private List<List<Object>> documentLines(Buyer buyer, OrderId order) {
        return db.sql()
                .select(DOCUMENT.KIND, DOCUMENT_LINE.NET_MINOR)
                .from(DOCUMENT)
                .join(DOCUMENT_LINE)
                .on(DOCUMENT_LINE.ACCOUNT_ID.eq(DOCUMENT.ACCOUNT_ID))
                .and(DOCUMENT_LINE.DOCUMENT_ID.eq(DOCUMENT.ID))
                .where(DOCUMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(DOCUMENT.ORDER_ID.eq(order))
                .fetch(row -> List.of(row.value1().equals("INVOICE") ? "CHARGE" : "CREDIT", row.value2()));
    }

    private static long net(QuotedChange change, LineKind kind) {
        return Objects.requireNonNull(change.priced()).lines().stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(line -> minor(line.net()))
                .sum();
    }

    private static long minor(Money amount) {
        return amount.getAmountMinorLong();
    }

    private long document(Buyer buyer, OrderId order, String kind) {
        return db.sql()
                .select(DOCUMENT.TOTAL_MINOR)
                .from(DOCUMENT)
                .where(DOCUMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(DOCUMENT.ORDER_ID.eq(order))
                .and(DOCUMENT.KIND.eq(kind))
                .fetchOptional(DOCUMENT.TOTAL_MINOR)
                .orElse(0L);
    }

    private long balance(Buyer buyer) {
        return db.sql()
                .select(ACCOUNT_BALANCE.CREDIT_MINOR.plus(ACCOUNT_BALANCE.GOODWILL_MINOR))
                .from(ACCOUNT_BALANCE)
                .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle()
                .value1();
    }

    private PlanId randomPlan(String currency) {
        PlanId plan = offers.offer().plan();
        db.sql()
                .update(PLAN)
                .set(PLAN.ANCHOR_POLICY, oneOf("MOVE", "KEEP"))
                .set(PLAN.GRAIN, oneOf("SECOND", "DAY", "DAY_30"))
                .set(PLAN.BILLING_INTERVAL, oneOf("MONTH", "YEAR"))
                .set(PLAN.DECREASE_POLICY, oneOf("CREDIT_NOW", "AT_RENEWAL", "BUYER_CHOOSES"))
                .where(PLAN.ID.eq(plan))
                .execute();
        String model = oneOf("PER_SEAT", "VOLUME", "GRADUATED");
        PriceId price = new PriceId(TimeOrderedUuid.next());
        db.sql()
                .insertInto(PRICE)
                .set(PRICE.ID, price)
                .set(PRICE.PLAN_ID, plan)
                .set(PRICE.CURRENCY, currency)
                .set(PRICE.MODEL, model)
                .set(PRICE.FIXED_FEE_MINOR, (long) random.nextInt(3) * random.nextInt(5_000))
                .set(PRICE.TAX_INCLUSIVE, false)
                .set(PRICE.NEW_FROM, Instant.parse("2020-01-02T00:00:00Z"))
                .set(PRICE.CREATED_AT, Instant.now())
                .execute();
        tier(price, 1);
        if (!model.equals("PER_SEAT")) {
            tier(price, 11);
            tier(price, 101);
        }
        db.sql()
                .update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.VERSION, REFERENCE_VERSION.VERSION.plus(1))
                .where(REFERENCE_VERSION.NAME.eq("catalog"))
                .execute();
        return plan;
    }

    private void tier(PriceId price, long firstSeat) {
        db.sql()
                .insertInto(PRICE_TIER)
                .set(PRICE_TIER.PRICE_ID, price)
                .set(PRICE_TIER.FIRST_SEAT, firstSeat)
                .set(PRICE_TIER.UNIT_AMOUNT_MINOR, 100L + random.nextInt(9_900))
                .execute();
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
