package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.access.Viewer;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.ProductId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.tables.records.AssignmentRecord;
import dev.puesto.jooq.tables.records.ChargeLineRecord;
import dev.puesto.jooq.tables.records.LastSignInRecord;
import dev.puesto.jooq.tables.records.SubscriptionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Who sits where, since when, and when they last signed in. */
record DemoSeats(DemoDay day) {
    private static final Viewer DEMO = new Viewer.System("demo");
    private static final Duration AFTER_PURCHASE = Duration.ofHours(2);
    private static final Duration BETWEEN_SEATS = Duration.ofSeconds(40);
    private static final Duration BETWEEN_SIGN_INS = Duration.ofMinutes(97);
    private static final int NEVER_SIGNED_IN = 8;

    /** Seats the users of an account, to be called in one transaction; says how many. */
    int load(DSLContext sql, DemoAccount account) {
        return account.seated().entrySet().stream()
                .mapToInt(seats -> seat(sql, account, seats.getKey(), seats.getValue()))
                .sum();
    }

    private int seat(DSLContext sql, DemoAccount account, String product, int count) {
        SubscriptionRecord subscription = sql.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(DemoAccounts.account(account.code())))
                .and(SUBSCRIPTION.PRODUCT_ID.eq(DemoCatalog.product(product)))
                .and(SUBSCRIPTION.STATUS.ne("ENDED"))
                .forNoKeyUpdate()
                .fetchSingle();
        if (subscription.getSeatsAssigned() > 0) {
            return 0;
        }
        Owned owned = owned(sql, subscription);
        DemoRows.add(
                sql,
                ASSIGNMENT,
                IntStream.range(0, count)
                        .mapToObj(i -> assignment(subscription, account, i, owned))
                        .toList());
        DemoRows.add(
                sql,
                LAST_SIGN_IN,
                IntStream.range(0, count)
                        .filter(i -> i % NEVER_SIGNED_IN != NEVER_SIGNED_IN - 1)
                        .mapToObj(i -> signIn(subscription, account, i, owned))
                        .toList());
        sql.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.SEATS_ASSIGNED, (long) count)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(subscription.getAccountId()))
                .and(SUBSCRIPTION.ID.eq(subscription.getId()))
                .execute();
        sql.execute(
                Audit.append(DEMO, subscription.getAccountId(), owned.since(count - 1), change(subscription, count)));
        return count;
    }

    private static Change change(SubscriptionRecord subscription, int count) {
        return new Change("SEATS_ASSIGNED", "Subscription", subscription.getId(), null, Map.of("assigned", count));
    }

    private static AssignmentRecord assignment(
            SubscriptionRecord subscription, DemoAccount account, int number, Owned owned) {
        ProductId product = subscription.getProductId();
        return new AssignmentRecord()
                .with(ASSIGNMENT.ACCOUNT_ID, subscription.getAccountId())
                .with(
                        ASSIGNMENT.ID,
                        new AssignmentId(
                                DemoIds.of("assignment", account.code() + "/" + product.value() + "/" + number)))
                .with(ASSIGNMENT.SUBSCRIPTION_ID, subscription.getId())
                .with(ASSIGNMENT.PRODUCT_ID, product)
                .with(ASSIGNMENT.USER_ID, DemoAccounts.user(account, number))
                .with(ASSIGNMENT.ASSIGNED_AT, owned.since(number).plus(BETWEEN_SEATS.multipliedBy(number)))
                .with(ASSIGNMENT.ASSIGNED_BY, DEMO.actor());
    }

    private LastSignInRecord signIn(SubscriptionRecord subscription, DemoAccount account, int number, Owned owned) {
        UserId user = DemoAccounts.user(account, number);
        Instant newest = day.loadedAt().minus(BETWEEN_SIGN_INS.multipliedBy(number % 50 + 1L));
        Instant first = owned.since(number).plus(AFTER_PURCHASE);
        return new LastSignInRecord()
                .with(LAST_SIGN_IN.ACCOUNT_ID, subscription.getAccountId())
                .with(LAST_SIGN_IN.USER_ID, user)
                .with(LAST_SIGN_IN.PRODUCT_ID, subscription.getProductId())
                .with(LAST_SIGN_IN.SIGNED_IN_AT, newest.isAfter(first) ? newest : first);
    }

    private static Owned owned(DSLContext sql, SubscriptionRecord subscription) {
        return new Owned(
                subscription.getStartedAt(),
                sql.selectFrom(CHARGE_LINE)
                        .where(CHARGE_LINE.ACCOUNT_ID.eq(subscription.getAccountId()))
                        .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(subscription.getId()))
                        .orderBy(CHARGE_LINE.START_AT.desc())
                        .fetch());
    }

    /** How many seats were owned when, newest charge first: nobody sat on a seat that was bought later. */
    private record Owned(Instant started, List<ChargeLineRecord> charges) {

        /** When that seat, counted from 0, could be assigned. */
        Instant since(int number) {
            return charges.stream()
                    .takeWhile(charge -> charge.getSeats() > number)
                    .map(ChargeLineRecord::getStartAt)
                    .reduce((newer, older) -> older)
                    .orElse(started)
                    .plus(AFTER_PURCHASE);
        }
    }
}
