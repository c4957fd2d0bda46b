package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRICE_TIER;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;

import dev.puesto.id.AccountId;
import dev.puesto.id.ChargeLineId;
import dev.puesto.id.PeriodId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.period.BillingInterval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products and subscriptions for tests. */
@Component
public class TestSubscriptions {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** A product with one monthly plan at 10.00 a seat in euros. */
    public record Offer(ProductId product, String productCode, PlanId plan, PriceId price) {}

    private final JobDb db;

    TestSubscriptions(JobDb db) {
        this.db = db;
    }

    /** A product of its own. */
    public Offer offer() {
        return offer(1000);
    }

    /** The same, whose seats cost that much a month, in cents. */
    public Offer offer(long unitMinor) {
        Offer offer = new Offer(
                new ProductId(TimeOrderedUuid.next()),
                "p-" + TimeOrderedUuid.next().toString().substring(1),
                new PlanId(TimeOrderedUuid.next()),
                new PriceId(TimeOrderedUuid.next()));
        insertProduct(offer);
        insertPlan(offer);
        insertPrice(offer.plan(), offer.price(), unitMinor, false, Instant.parse("2020-01-01T00:00:00Z"), null);
        raiseVersion();
        return offer;
    }

    private void insertProduct(Offer offer) {
        db.sql()
                .insertInto(PRODUCT)
                .set(PRODUCT.ID, offer.product())
                .set(PRODUCT.CODE, offer.productCode())
                .set(PRODUCT.NAME, "Desk")
                .set(PRODUCT.DESCRIPTION_EN, "Helps")
                .set(PRODUCT.DESCRIPTION_ES, "Ayuda")
                .set(PRODUCT.SEAT_ONE_EN, "agent")
                .set(PRODUCT.SEAT_OTHER_EN, "agents")
                .set(PRODUCT.SEAT_ONE_ES, "agente")
                .set(PRODUCT.SEAT_OTHER_ES, "agentes")
                .set(PRODUCT.STATUS, "ACTIVE")
                .set(PRODUCT.CREATED_AT, Instant.now())
                .execute();
    }

    private void insertPlan(Offer offer) {
        db.sql()
                .insertInto(PLAN)
                .set(PLAN.ID, offer.plan())
                .set(PLAN.PRODUCT_ID, offer.product())
                .set(PLAN.CODE, offer.productCode() + "-m")
                .set(PLAN.NAME_EN, "Monthly")
                .set(PLAN.NAME_ES, "Mensual")
                .set(PLAN.BILLING_INTERVAL, "MONTH")
                .set(PLAN.ANCHOR_POLICY, "MOVE")
                .set(PLAN.GRAIN, "SECOND")
                .set(PLAN.DECREASE_POLICY, "BUYER_CHOOSES")
                .set(PLAN.TRIAL_DAYS, 0)
                .set(PLAN.MINIMUM_SEATS, 1L)
                .set(PLAN.MAXIMUM_SEATS, 100_000L)
                .set(PLAN.STATUS, "ACTIVE")
                .set(PLAN.CREATED_AT, Instant.now())
                .execute();
    }

    /** A later version of the offer's price, for existing customers too. */
    public void replacePrice(Offer offer, long unitMinor, boolean taxInclusive) {
        Instant from = Instant.parse("2021-01-01T00:00:00Z");
        insertPrice(offer.plan(), new PriceId(TimeOrderedUuid.next()), unitMinor, taxInclusive, from, from);
        raiseVersion();
    }

    private void raiseVersion() {
        db.sql()
                .update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.VERSION, REFERENCE_VERSION.VERSION.plus(1))
                .where(REFERENCE_VERSION.NAME.eq("catalog"))
                .execute();
    }

    private void insertPrice(
            PlanId plan,
            PriceId price,
            long unitMinor,
            boolean taxInclusive,
            Instant from,
            @Nullable Instant existingFrom) {
        db.sql()
                .insertInto(PRICE)
                .set(PRICE.ID, price)
                .set(PRICE.PLAN_ID, plan)
                .set(PRICE.CURRENCY, "EUR")
                .set(PRICE.MODEL, "PER_SEAT")
                .set(PRICE.FIXED_FEE_MINOR, 0L)
                .set(PRICE.TAX_INCLUSIVE, taxInclusive)
                .set(PRICE.NEW_FROM, from)
                .set(PRICE.EXISTING_FROM, existingFrom)
                .set(PRICE.CREATED_AT, Instant.now())
                .execute();
        db.sql()
                .insertInto(PRICE_TIER)
                .set(PRICE_TIER.PRICE_ID, price)
                .set(PRICE_TIER.FIRST_SEAT, 1L)
                .set(PRICE_TIER.UNIT_AMOUNT_MINOR, unitMinor)
                .execute();
    }

    /** An active subscription whose period began ten days ago. */
    public SubscriptionId subscribe(AccountId account, Offer offer, long seats) {
        return subscribe(account, offer, seats, Instant.now().minus(10, ChronoUnit.DAYS));
    }

    /** An active subscription whose first period began at that instant. */
    public SubscriptionId subscribe(AccountId account, Offer offer, long seats, Instant startAt) {
        SubscriptionPeriod period = period(startAt);
        Subscription subscription = subscription(account, offer, seats, period);
        ChargeLine line = chargeLine(subscription, period, offer.price());
        db.transact(sql -> {
            sql.execute(SubscriptionChanges.open(List.of(subscription)));
            sql.execute(SubscriptionChanges.openPeriods(
                    account, List.of(new OpenedPeriod(subscription.subscriptionId(), period))));
            return sql.execute(SubscriptionChanges.charge(List.of(line)));
        });
        return subscription.subscriptionId();
    }

    static SubscriptionPeriod period(Instant startAt) {
        Instant start = startAt.truncatedTo(ChronoUnit.SECONDS);
        Instant end = start.atZone(MADRID).plusMonths(1).toInstant();
        return new SubscriptionPeriod(
                new PeriodId(TimeOrderedUuid.next()), start, 0, MADRID, BillingInterval.MONTH, start, end);
    }

    static Subscription subscription(AccountId account, Offer offer, long seats, SubscriptionPeriod period) {
        return new Subscription(
                account,
                new SubscriptionId(TimeOrderedUuid.next()),
                offer.product(),
                offer.plan(),
                CurrencyUnit.EUR,
                SubscriptionStatus.ACTIVE,
                seats,
                0,
                0,
                period,
                offer.price(),
                null,
                period.startAt(),
                null,
                null,
                null,
                1);
    }

    static ChargeLine chargeLine(Subscription subscription, SubscriptionPeriod period, PriceId price) {
        return new ChargeLine(
                subscription.accountId(),
                new ChargeLineId(TimeOrderedUuid.next()),
                subscription.subscriptionId(),
                period.periodId(),
                subscription.planId(),
                price,
                subscription.seatsOwned(),
                period.startAt(),
                period.endAt(),
                CurrencyUnit.EUR,
                subscription.seatsOwned() * 1000,
                0,
                0,
                false,
                "ES",
                "STANDARD",
                2100,
                subscription.seatsOwned() * 1000,
                subscription.seatsOwned() * 210,
                0,
                0,
                null,
                null);
    }
}
