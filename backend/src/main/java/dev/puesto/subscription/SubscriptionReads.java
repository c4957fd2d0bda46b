package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.KeptStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Reads subscriptions for the API, in one statement per list. */
@Component
class SubscriptionReads {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("subscriptions");

    private static final KeptStatement PAGE = new KeptStatement();

    private final AccountDb db;

    SubscriptionReads(AccountDb db) {
        this.db = db;
    }

    /** Those subscriptions, if the viewer may see them. */
    List<Subscription> visible(Viewer viewer, AccountId account, Collection<SubscriptionId> ids) {
        return db.one(
                account,
                sql -> sql.fetch(Subscriptions.of(account)
                                .and(Columns.isAmong(SUBSCRIPTION.ID, ids))
                                .and(AccountAccess.permits(viewer, account)))
                        .map(Subscriptions::read));
    }

    /** A page of the account's subscriptions, oldest first. */
    Connection<Subscription> page(AccountId account, PageRequest page) {
        Optional<SubscriptionId> last = CURSORS.read(page).map(SubscriptionId::new);
        List<Object> arguments =
                last.<List<Object>>map(id -> List.of(account, id)).orElse(List.of(account));
        List<Subscription> rows = db.one(
                account,
                sql -> PAGE.fetch(
                                sql,
                                List.of(page.forward(), page.limit(), last.isPresent()),
                                () -> pageOf(account, page, last),
                                arguments)
                        .map(Subscriptions::read));
        return Connection.of(
                page,
                rows,
                CURSORS,
                subscription -> subscription.subscriptionId().value(),
                () -> db.one(account, sql -> sql.fetchCount(SUBSCRIPTION, SUBSCRIPTION.ACCOUNT_ID.eq(account))));
    }

    private static Select<Record> pageOf(AccountId account, PageRequest page, Optional<SubscriptionId> last) {
        Condition behind = last.map(id -> page.forward() ? SUBSCRIPTION.ID.gt(id) : SUBSCRIPTION.ID.lt(id))
                .orElse(noCondition());
        return Subscriptions.of(account)
                .and(behind)
                .orderBy(page.forward() ? SUBSCRIPTION.ID.asc() : SUBSCRIPTION.ID.desc())
                .limit(inline(page.limit()));
    }

    /** The account's seats per product. */
    List<SeatTotal> totals(AccountId account) {
        List<Subscription> inUse = db.one(
                account,
                sql -> sql.fetch(Subscriptions.of(account)
                                .and(SUBSCRIPTION.STATUS.ne(SubscriptionStatus.ENDED.name()))
                                .orderBy(SUBSCRIPTION.PRODUCT_ID))
                        .map(Subscriptions::read));
        return inUse.stream().collect(Collectors.groupingBy(Subscription::productId)).entrySet().stream()
                .map(entry -> new SeatTotal(
                        entry.getKey(),
                        entry.getValue().stream()
                                .mapToLong(Subscription::seatsOwned)
                                .sum(),
                        entry.getValue().stream()
                                .mapToLong(Subscription::seatsAssigned)
                                .sum(),
                        entry.getValue().stream()
                                .mapToLong(Subscription::seatsFree)
                                .sum()))
                .toList();
    }

    /** The changes that wait for subscriptions' renewal. */
    Map<Subscription, ScheduledChange> scheduledChanges(List<Subscription> subscriptions) {
        return besides(
                subscriptions,
                (account, ids) -> db.one(
                        account,
                        sql -> sql.fetch(ScheduledChanges.of(account)
                                        .and(Columns.isAmong(SCHEDULED_CHANGE.SUBSCRIPTION_ID, ids))
                                        .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED")))
                                .map(ScheduledChanges::read)),
                ScheduledChange::subscriptionId);
    }

    /** What was charged for subscriptions' current periods. */
    Map<Subscription, CurrentCharge> charges(List<Subscription> subscriptions) {
        Map<Subscription, ChargeLine> lines = besides(
                subscriptions,
                (account, ids) -> db.one(
                        account,
                        sql -> sql.fetch(Subscriptions.liveChargeLines(account, ids))
                                .map(Subscriptions::readChargeLine)),
                ChargeLine::subscriptionId);
        return lines.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> CurrentCharge.of(entry.getValue())));
    }

    private static <T> Map<Subscription, T> besides(
            List<Subscription> subscriptions,
            BiFunction<AccountId, List<SubscriptionId>, List<T>> load,
            Function<T, SubscriptionId> owner) {
        Map<Subscription, T> all = new HashMap<>();
        subscriptions.stream()
                .distinct()
                .collect(Collectors.groupingBy(Subscription::accountId))
                .forEach((account, members) -> {
                    Map<SubscriptionId, T> found =
                            load
                                    .apply(
                                            account,
                                            members.stream()
                                                    .map(Subscription::subscriptionId)
                                                    .toList())
                                    .stream()
                                    .collect(Collectors.toMap(owner, Function.identity()));
                    members.stream()
                            .filter(member -> found.containsKey(member.subscriptionId()))
                            .forEach(member -> all.put(member, found.get(member.subscriptionId())));
                });
        return all;
    }
}
