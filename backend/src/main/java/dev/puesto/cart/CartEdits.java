package dev.puesto.cart;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.CartLineId;
import dev.puesto.id.PriceId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.Columns;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatLimitExceeded;
import dev.puesto.subscription.OrderInProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Edits carts; each edit opens a cart for an owner who has none. */
@Component
public final class CartEdits {
    /** The most lines of a cart. */
    static final int LINES_MAX = 50;

    private static final int TAX_ID_LENGTH_MAX = 40;
    private static final int PURCHASE_ORDER_NUMBER_LENGTH_MAX = 100;

    private final AccountDb db;
    private final Accounts accounts;
    private final CartReader reader;
    private final CatalogReference catalogs;

    CartEdits(AccountDb db, Accounts accounts, CartReader reader, CatalogReference catalogs) {
        this.db = db;
        this.accounts = accounts;
        this.reader = reader;
        this.catalogs = catalogs;
    }

    /** How an edit came out. */
    public sealed interface Outcome {

        /** The cart as it is now. */
        record Edited(Cart cart) implements Outcome {}

        /** Why nothing changed. */
        record Refused(UserError error) implements Outcome {}
    }

    /** What an edit does to a cart under the account's lock: statements, or why not. */
    private sealed interface Edit {
        record Write(List<Query> statements) implements Edit {}

        record Refuse(UserError error) implements Edit {}
    }

    /** Everything that an edit works on. */
    private record Work(
            LockedAccount locked,
            CartId cartId,
            @Nullable Cart cart,
            Map<SubscriptionId, Record> subscriptions,
            Set<UserId> users,
            Catalog catalog) {

        AccountId accountId() {
            return locked.account().accountId();
        }

        List<CartLine> lines() {
            return cart == null ? List.of() : cart.lines();
        }
    }

    /** Sets the line of a subscription, or of a plan anew, in place of the one that was about the same. */
    public Outcome setLine(Viewer viewer, AccountId account, SeatChangeRequest change, @Nullable Long expectedVersion) {
        List<SubscriptionId> subscriptions = Stream.of(change.subscriptionId(), change.alignTo())
                .filter(Objects::nonNull)
                .toList();
        return edit(
                viewer,
                account,
                expectedVersion,
                subscriptions,
                change.releases().userIds(),
                work -> setLine(work, change));
    }

    /** Takes a line out of the viewer's cart; one that is not there is out already. */
    Outcome removeLine(Viewer viewer, AccountId account, CartLineId line, @Nullable Long expectedVersion) {
        return edit(
                viewer,
                account,
                expectedVersion,
                work -> new Edit.Write(List.of(CartStatements.remove(account, work.cartId(), line))));
    }

    /** Takes all lines and the buyer's choices out. */
    Outcome clear(Viewer viewer, AccountId account, @Nullable Long expectedVersion) {
        return edit(
                viewer,
                account,
                expectedVersion,
                work -> new Edit.Write(List.of(
                        CartStatements.clear(account, work.cartId()),
                        CartStatements.details(account, work.cartId(), null, null))));
    }

    /** Keeps the buyer's choices: each function gets what was kept before. */
    public Outcome setDetails(
            Viewer viewer,
            AccountId account,
            @Nullable Long expectedVersion,
            Function<@Nullable String, @Nullable String> purchaseOrderNumber,
            Function<@Nullable String, @Nullable String> taxIdToAdd) {
        return edit(viewer, account, expectedVersion, work -> {
            Cart cart = work.cart();
            String number = purchaseOrderNumber.apply(cart == null ? null : cart.purchaseOrderNumber());
            String taxId = taxIdToAdd.apply(cart == null ? null : cart.taxIdToAdd());
            return tooLong(number, PURCHASE_ORDER_NUMBER_LENGTH_MAX, "purchaseOrderNumber")
                    .or(() -> tooLong(taxId, TAX_ID_LENGTH_MAX, "taxIdToAdd"))
                    .<Edit>map(Edit.Refuse::new)
                    .orElseGet(() ->
                            new Edit.Write(List.of(CartStatements.details(account, work.cartId(), number, taxId))));
        });
    }

    private static Optional<UserError> tooLong(@Nullable String text, int maximum, String field) {
        return text != null && text.length() > maximum
                ? Optional.of(InvalidInput.of("tooLong", List.of("input", field), maximum))
                : Optional.empty();
    }

    private Outcome edit(Viewer viewer, AccountId account, @Nullable Long expectedVersion, Function<Work, Edit> edit) {
        return edit(viewer, account, expectedVersion, List.of(), List.of(), edit);
    }

    private Outcome edit(
            Viewer viewer,
            AccountId account,
            @Nullable Long expectedVersion,
            List<SubscriptionId> subscriptions,
            List<UserId> users,
            Function<Work, Edit> edit) {
        return db.transact(account, transaction -> {
            Work work = read(transaction, viewer, subscriptions, users);
            return refusal(work.cart(), expectedVersion)
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> carriedOut(transaction, viewer, work, edit.apply(work)));
        });
    }

    private Work read(
            AccountTransaction transaction, Viewer viewer, List<SubscriptionId> subscriptions, List<UserId> users) {
        AccountId account = transaction.account();
        List<Select<?>> statements = new ArrayList<>(List.of(
                Accounts.locking(viewer, account),
                CartStatements.ofOwner(viewer, account),
                subjects(account, subscriptions),
                DSL.select(CatalogReference.VERSION)));
        if (!users.isEmpty()) {
            statements.add(users(account, users));
        }
        List<Result<Record>> read = transaction.fetchTogether(statements);
        if (read.getFirst().isEmpty()) {
            throw Refusal.notFound("input", "accountId");
        }
        Cart cart = reader.read(read.get(1)).stream().findFirst().orElse(null);
        return new Work(
                accounts.locked(read.getFirst().getFirst()),
                cart == null ? new CartId(TimeOrderedUuid.next()) : cart.cartId(),
                cart,
                read.get(2).intoMap(SUBSCRIPTION.ID),
                users.isEmpty() ? Set.of() : read.get(4).intoSet(ACCOUNT_USER.ID),
                catalogs.catalog(read.get(3).getFirst().get(CatalogReference.VERSION)));
    }

    private static Select<? extends Record> users(AccountId account, List<UserId> users) {
        return DSL.select(ACCOUNT_USER.ID)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(ACCOUNT_USER.ID, users));
    }

    private static Select<? extends Record> subjects(AccountId account, List<SubscriptionId> subscriptions) {
        return DSL.select(
                        SUBSCRIPTION.ID,
                        SUBSCRIPTION.PLAN_ID,
                        SUBSCRIPTION.PRODUCT_ID,
                        SUBSCRIPTION.SEATS_OWNED,
                        SUBSCRIPTION.CURRENT_PERIOD_ID,
                        CHARGE_LINE.PRICE_ID)
                .from(SUBSCRIPTION)
                .leftJoin(CHARGE_LINE)
                .on(CHARGE_LINE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(CHARGE_LINE.REPLACED_AT.isNull())
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(SUBSCRIPTION.ID, subscriptions));
    }

    private static Optional<UserError> refusal(@Nullable Cart cart, @Nullable Long expectedVersion) {
        if (cart != null && cart.state() == CartState.HELD) {
            return Optional.of(new OrderInProgress(cart.accountId(), Objects.requireNonNull(cart.order())));
        }
        return cart != null && expectedVersion != null && cart.version() != expectedVersion
                ? Optional.of(new CartChanged(cart))
                : Optional.empty();
    }

    private Outcome carriedOut(AccountTransaction transaction, Viewer viewer, Work work, Edit edit) {
        return switch (edit) {
            case Edit.Refuse refuse -> new Outcome.Refused(refuse.error());
            case Edit.Write write -> {
                Result<Record> rows = transaction.finish(
                        statements(viewer, work, write.statements()), CartStatements.ofOwner(viewer, work.accountId()));
                yield new Outcome.Edited(reader.read(rows).getFirst());
            }
        };
    }

    private static List<Query> statements(Viewer viewer, Work work, List<Query> edit) {
        List<Query> statements = new ArrayList<>();
        if (work.cart() == null) {
            statements.add(CartStatements.open(
                    work.accountId(),
                    work.cartId(),
                    viewer.actor(),
                    work.locked().account().purchaseOrderNumber(),
                    work.locked().now()));
        }
        statements.addAll(edit);
        statements.add(CartStatements.touch(
                work.accountId(), work.cartId(), work.locked().now()));
        return statements;
    }

    private Edit setLine(Work work, SeatChangeRequest change) {
        requireKnown(work, change.subscriptionId(), "subscriptionId");
        requireKnown(work, change.alignTo(), "alignTo");
        requireKnown(work, change.releases().userIds());
        Plan plan = plan(work, change);
        if (!allowed(change, plan)) {
            return new Edit.Refuse(new SeatLimitExceeded(
                    List.of("input", "change", "seats"), plan.minimumSeats(), plan.maximumSeats()));
        }
        Optional<CartLine> instead =
                work.lines().stream().filter(line -> line.isAbout(change)).findFirst();
        if (instead.isEmpty() && work.lines().size() >= LINES_MAX) {
            return new Edit.Refuse(InvalidInput.of("cartFull", List.of("input", "change"), LINES_MAX));
        }
        return new Edit.Write(CartStatements.put(
                work.accountId(),
                work.cartId(),
                instead,
                instead.map(CartLine::position).orElseGet(() -> freePosition(work)),
                change,
                seen(work, change)));
    }

    private static void requireKnown(Work work, @Nullable SubscriptionId subscription, String field) {
        if (subscription != null && !work.subscriptions().containsKey(subscription)) {
            throw Refusal.notFound("input", "change", field);
        }
    }

    private static void requireKnown(Work work, List<UserId> users) {
        for (int i = 0; i < users.size(); i++) {
            if (!work.users().contains(users.get(i))) {
                throw Refusal.notFound("input", "change", "releases", "userIds", Integer.toString(i));
            }
        }
    }

    private static Plan plan(Work work, SeatChangeRequest change) {
        Catalog catalog = work.catalog();
        return change.planId() == null
                ? catalog.plan(subject(work, change).get(SUBSCRIPTION.PLAN_ID))
                : catalog.findPlan(change.planId()).orElseThrow(() -> Refusal.notFound("input", "change", "planId"));
    }

    private static Record subject(Work work, SeatChangeRequest change) {
        return Objects.requireNonNull(work.subscriptions().get(change.subscriptionId()));
    }

    private static boolean allowed(SeatChangeRequest change, Plan plan) {
        return change.seats() == 0 ? change.subscriptionId() != null : plan.allows(change.seats());
    }

    private static int freePosition(Work work) {
        int last = work.lines().stream().mapToInt(CartLine::position).max().orElse(0);
        return last < LINES_MAX
                ? last + 1
                : IntStream.rangeClosed(1, LINES_MAX)
                        .filter(position -> work.lines().stream().noneMatch(line -> line.position() == position))
                        .findFirst()
                        .orElseThrow();
    }

    private static SeenSubject seen(Work work, SeatChangeRequest change) {
        Record subject = change.subscriptionId() == null ? null : subject(work, change);
        PriceId price = CartReader.price(
                        work.catalog(),
                        work.locked().account().currency(),
                        work.locked().now(),
                        subject == null ? null : subject.get(SUBSCRIPTION.PLAN_ID),
                        subject == null ? null : subject.get(CHARGE_LINE.PRICE_ID),
                        change.planId())
                .map(Price::id)
                .orElse(null);
        Record dated = subject == null ? work.subscriptions().get(change.alignTo()) : subject;
        return new SeenSubject(
                subject == null ? 0 : subject.get(SUBSCRIPTION.SEATS_OWNED),
                price,
                dated == null ? null : dated.get(SUBSCRIPTION.CURRENT_PERIOD_ID));
    }
}
