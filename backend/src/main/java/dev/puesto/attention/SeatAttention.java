package dev.puesto.attention;

import static dev.puesto.attention.AttentionKind.SEATS_FULL;
import static dev.puesto.attention.AttentionKind.SEATS_UNUSED;
import static dev.puesto.attention.AttentionKind.SUBSCRIPTION_PAST_DUE;
import static dev.puesto.attention.AttentionKind.SUBSCRIPTION_SUSPENDED;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import java.util.List;
import org.jooq.Record;

/** What of an account's seats wants attention; it tells no amount. */
record SeatAttention(AttentionWords words) {
    private static final int SUBSCRIPTIONS = 50;
    private static final int MANY_UNUSED = 5;
    private static final int UNUSED_PART = 5;

    List<Branch> branches() {
        return List.of(stopped(), full(), unused());
    }

    private AccountId account() {
        return words.account().accountId();
    }

    private Branch stopped() {
        return new Branch(
                select(SUBSCRIPTION.ID, SUBSCRIPTION.PRODUCT_ID, SUBSCRIPTION.PLAN_ID, SUBSCRIPTION.STATUS)
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account()))
                        .and(SUBSCRIPTION.STATUS.in("SUSPENDED", "PAST_DUE"))
                        .orderBy(SUBSCRIPTION.ID)
                        .limit(SUBSCRIPTIONS),
                row -> {
                    boolean suspended = row.get(SUBSCRIPTION.STATUS).equals("SUSPENDED");
                    AttentionKind kind = suspended ? SUBSCRIPTION_SUSPENDED : SUBSCRIPTION_PAST_DUE;
                    return item(kind, words.text(kind, words.product(row)), row);
                });
    }

    /** All seats taken while there are more users than seats. */
    private Branch full() {
        return new Branch(
                select(SUBSCRIPTION.ID, SUBSCRIPTION.PRODUCT_ID, SUBSCRIPTION.PLAN_ID, SUBSCRIPTION.SEATS_OWNED)
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account()))
                        .and(SUBSCRIPTION.STATUS.in("TRIALING", "ACTIVE", "PAST_DUE"))
                        .and(SUBSCRIPTION.SEATS_ASSIGNED.eq(SUBSCRIPTION.SEATS_OWNED))
                        .and(SUBSCRIPTION.SEATS_OWNED.lt(words.account().activeUsers()))
                        .orderBy(SUBSCRIPTION.ID)
                        .limit(SUBSCRIPTIONS),
                row -> {
                    String seats = words.seats(row.get(SUBSCRIPTION.SEATS_OWNED), row);
                    return item(SEATS_FULL, words.text(SEATS_FULL, words.product(row), seats), row);
                });
    }

    /** At least five seats, and a fifth of all, without a user. */
    private Branch unused() {
        return new Branch(
                select(
                                SUBSCRIPTION.ID,
                                SUBSCRIPTION.PRODUCT_ID,
                                SUBSCRIPTION.PLAN_ID,
                                SUBSCRIPTION.SEATS_OWNED,
                                SUBSCRIPTION.SEATS_ASSIGNED)
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account()))
                        .and(SUBSCRIPTION.STATUS.in("ACTIVE", "PAST_DUE"))
                        .and(SUBSCRIPTION
                                .SEATS_OWNED
                                .minus(SUBSCRIPTION.SEATS_ASSIGNED)
                                .ge((long) MANY_UNUSED))
                        .and(SUBSCRIPTION
                                .SEATS_OWNED
                                .minus(SUBSCRIPTION.SEATS_ASSIGNED)
                                .mul(UNUSED_PART)
                                .ge(SUBSCRIPTION.SEATS_OWNED))
                        .orderBy(SUBSCRIPTION.ID)
                        .limit(SUBSCRIPTIONS),
                row -> {
                    long owned = row.get(SUBSCRIPTION.SEATS_OWNED);
                    long unused = owned - row.get(SUBSCRIPTION.SEATS_ASSIGNED);
                    return item(
                            SEATS_UNUSED,
                            words.text(SEATS_UNUSED, words.product(row), unused, words.seats(owned, row)),
                            row);
                });
    }

    private AttentionItem item(AttentionKind kind, String message, Record row) {
        return new AttentionItem(kind, message, null, GlobalId.of("Subscription", account(), row.get(SUBSCRIPTION.ID)));
    }
}
