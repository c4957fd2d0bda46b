package dev.puesto.cart;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.CART;
import static dev.puesto.jooq.Tables.CART_LINE;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.account.Account;
import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.Price;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.UserId;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.ReleaseRule;
import dev.puesto.subscription.SubscriptionStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes carts of their rows, and says what of each line's subject drifted away since the line was set. */
@Component
final class CartReader {
    private final CatalogReference catalogs;
    private final Clock clock;

    CartReader(CatalogReference catalogs, Clock clock) {
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** The carts of those rows, each row one line of one cart. */
    List<Cart> read(Result<Record> rows) {
        return rows.intoGroups(CART.ID).values().stream().map(this::cart).toList();
    }

    private Cart cart(Result<Record> rows) {
        Record row = rows.getFirst();
        return new Cart(
                row.get(CART.ACCOUNT_ID),
                row.get(CART.ID),
                row.get(CART.OWNER),
                CartState.valueOf(row.get(CART.STATE)),
                row.get(CART.ORDER_ID),
                row.get(CART.REQUEST_ID),
                row.get(CART.PURCHASE_ORDER_NUMBER),
                row.get(CART.TAX_ID_TO_ADD),
                row.get(CART.VERSION),
                row.get(CART.UPDATED_AT),
                rows.stream()
                        .filter(line -> line.get(CART_LINE.ID) != null)
                        .map(this::line)
                        .toList());
    }

    private CartLine line(Record row) {
        Catalog catalog = catalogs.catalog(row.get(CatalogReference.VERSION));
        PlanId planId = Optional.ofNullable(row.get(CART_LINE.PLAN_ID)).orElseGet(() -> row.get(SUBSCRIPTION.PLAN_ID));
        return new CartLine(
                row.get(CART.ACCOUNT_ID),
                row.get(CART_LINE.ID),
                row.get(CART_LINE.POSITION),
                change(row),
                catalog.plan(planId).productId(),
                planId,
                drift(row, catalog),
                changes(row) ? row.get(SUBSCRIPTION.SEATS_OWNED) : null);
    }

    private static SeatChangeRequest change(Record row) {
        String effective = row.get(CART_LINE.EFFECTIVE);
        String rule = row.get(CART_LINE.RELEASE_RULE);
        return new SeatChangeRequest(
                row.get(CART_LINE.SUBSCRIPTION_ID),
                row.get(CART_LINE.PLAN_ID),
                row.get(CART_LINE.SEATS),
                effective == null ? null : Effective.valueOf(effective),
                row.get(CART_LINE.ALIGN_TO_SUBSCRIPTION_ID),
                new Releases(
                        rule == null ? null : ReleaseRule.valueOf(rule),
                        Arrays.stream(row.get(CART_LINE.RELEASE_USER_IDS))
                                .map(UserId::new)
                                .toList()));
    }

    private Set<LineDrift> drift(Record row, Catalog catalog) {
        Set<LineDrift> drift = EnumSet.noneOf(LineDrift.class);
        String status = row.get(SUBSCRIPTION.STATUS);
        if (status != null && SubscriptionStatus.valueOf(status) == SubscriptionStatus.ENDED) {
            return EnumSet.of(LineDrift.ENDED);
        }
        if (changes(row) && !row.get(SUBSCRIPTION.SEATS_OWNED).equals(row.get(CART_LINE.SEEN_SEATS))) {
            drift.add(LineDrift.SEATS);
        }
        if ((changes(row) || row.get(CART_LINE.SEEN_PERIOD_ID) != null)
                && !Objects.equals(row.get(SUBSCRIPTION.CURRENT_PERIOD_ID), row.get(CART_LINE.SEEN_PERIOD_ID))) {
            drift.add(LineDrift.PERIOD);
        }
        if (!Objects.equals(priceId(row, catalog), row.get(CART_LINE.SEEN_PRICE_ID))) {
            drift.add(LineDrift.PRICE);
        }
        return drift;
    }

    /** Whether the line changes the subscription of its row, and does not only join its dates. */
    private static boolean changes(Record row) {
        return row.get(CART_LINE.SUBSCRIPTION_ID) != null;
    }

    private @Nullable PriceId priceId(Record row, Catalog catalog) {
        Instant now = Account.now(row.get(ACCOUNT.TEST_CLOCK_AT), clock);
        CurrencyUnit currency = CurrencyUnit.of(row.get(ACCOUNT.CURRENCY));
        return price(
                        catalog,
                        currency,
                        now,
                        changes(row) ? row.get(SUBSCRIPTION.PLAN_ID) : null,
                        row.get(CHARGE_LINE.PRICE_ID),
                        row.get(CART_LINE.PLAN_ID))
                .map(Price::id)
                .orElse(null);
    }

    /**
     * The version of the price that a change gets at an instant, as {@code proration.md} has it.
     *
     * @param held the subscription's plan; null for a new subscription
     * @param heldPrice the version that it has
     * @param wanted the plan to subscribe or change to; null: it stays
     */
    static Optional<Price> price(
            Catalog catalog,
            CurrencyUnit currency,
            Instant at,
            @Nullable PlanId held,
            @Nullable PriceId heldPrice,
            @Nullable PlanId wanted) {
        if (held == null) {
            return catalog.prices(Objects.requireNonNull(wanted), currency).forNew(at);
        }
        if (wanted != null && !wanted.equals(held)) {
            return catalog.prices(wanted, currency).forPlanChange(at);
        }
        if (heldPrice == null) {
            return Optional.empty();
        }
        Price price = catalog.price(heldPrice);
        boolean moves = catalog.plan(held).policy().anchor() == AnchorPolicy.MOVE;
        return Optional.of(moves ? catalog.prices(held, currency).forExisting(price, at) : price);
    }
}
