package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.ReleaseRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Finds whose seats a rule would free, or the named users who hold one: a statement each, whatever the number of changes. */
final class SeatsToRelease {
    private static final Field<String> RULE = field(name("rule"), SQLDataType.CLOB);
    private static final Field<Long> WANTED = field(name("wanted"), SQLDataType.BIGINT);

    private SeatsToRelease() {}

    /**
     * A question: who would give up a seat?
     *
     * @param wanted how many at most
     */
    record Wanted(SubscriptionId subscription, ReleaseRule rule, long wanted) {}

    /**
     * A user whose seat is to be freed.
     *
     * @param subscription whose seat; null for a new one, where nobody sits
     */
    record Named(@Nullable SubscriptionId subscription, UserId user) {}

    /**
     * The named users as they are found.
     *
     * @param seated those who hold a seat, by subscription
     * @param known those who are users of the account
     */
    record NamedUsers(Map<SubscriptionId, List<SeatedUser>> seated, Set<UserId> known) {}

    /** The answers, each in the rule's order. */
    static Map<Wanted, List<SeatedUser>> byRule(DSLContext sql, AccountId account, Collection<Wanted> questions) {
        var answers = new HashMap<Wanted, List<SeatedUser>>();
        if (questions.isEmpty()) {
            return answers;
        }
        var given = ParameterRows.<Wanted>of(questions)
                .with(ASSIGNMENT.SUBSCRIPTION_ID, Wanted::subscription)
                .with(RULE, question -> question.rule().name())
                .with(WANTED, Wanted::wanted);
        var seated = lateral(byRule(account, given)).as("seated");
        sql.select(
                        given.get(ASSIGNMENT.SUBSCRIPTION_ID),
                        given.get(RULE),
                        given.get(WANTED),
                        seated.field(ACCOUNT_USER.ID),
                        seated.field(ACCOUNT_USER.NAME),
                        seated.field(ACCOUNT_USER.EMAIL),
                        seated.field(ASSIGNMENT.ASSIGNED_AT),
                        seated.field(LAST_SIGN_IN.SIGNED_IN_AT))
                .from(given.table())
                .crossJoin(seated)
                .forEach(row -> answers.computeIfAbsent(
                                new Wanted(row.value1(), ReleaseRule.valueOf(row.value2()), row.value3()),
                                question -> new ArrayList<>())
                        .add(user(row.value4(), row.value5(), row.value6(), row.value7(), row.value8())));
        return answers;
    }

    /** Whom the rule of a question finds, in its order. */
    private static Select<?> byRule(AccountId account, ParameterRows<Wanted> given) {
        return seated(account)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .orderBy(
                        when(given.get(RULE).eq(inline(ReleaseRule.LAST_ASSIGNED.name())), ASSIGNMENT.ASSIGNED_AT)
                                .desc()
                                .nullsLast(),
                        coalesce(LAST_SIGN_IN.SIGNED_IN_AT, ASSIGNMENT.ASSIGNED_AT),
                        ASSIGNMENT.ID)
                .limit(given.get(WANTED));
    }

    /** Which of the named users there are, and who of them holds a seat. */
    static NamedUsers named(DSLContext sql, AccountId account, Collection<Named> named) {
        var seated = new HashMap<SubscriptionId, List<SeatedUser>>();
        var known = new HashSet<UserId>();
        if (named.isEmpty()) {
            return new NamedUsers(seated, known);
        }
        var given = ParameterRows.<Named>of(named)
                .with(ASSIGNMENT.SUBSCRIPTION_ID, Named::subscription)
                .with(ASSIGNMENT.USER_ID, Named::user);
        sql.select(
                        ASSIGNMENT.SUBSCRIPTION_ID,
                        ACCOUNT_USER.ID,
                        ACCOUNT_USER.NAME,
                        ACCOUNT_USER.EMAIL,
                        ASSIGNMENT.ASSIGNED_AT,
                        LAST_SIGN_IN.SIGNED_IN_AT)
                .from(given.table())
                .join(ACCOUNT_USER)
                .on(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_USER.ID.eq(given.get(ASSIGNMENT.USER_ID)))
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                .and(ASSIGNMENT.USER_ID.eq(given.get(ASSIGNMENT.USER_ID)))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .leftJoin(LAST_SIGN_IN)
                .on(LAST_SIGN_IN.ACCOUNT_ID.eq(account))
                .and(LAST_SIGN_IN.USER_ID.eq(ASSIGNMENT.USER_ID))
                .and(LAST_SIGN_IN.PRODUCT_ID.eq(ASSIGNMENT.PRODUCT_ID))
                .orderBy(ASSIGNMENT.ID)
                .forEach(row -> {
                    known.add(row.value2());
                    if (row.value1() != null) {
                        seated.computeIfAbsent(row.value1(), subscription -> new ArrayList<>())
                                .add(user(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
                    }
                });
        return new NamedUsers(seated, known);
    }

    private static SelectOnConditionStep<Record5<UserId, String, String, Instant, Instant>> seated(AccountId account) {
        return select(
                        ACCOUNT_USER.ID,
                        ACCOUNT_USER.NAME,
                        ACCOUNT_USER.EMAIL,
                        ASSIGNMENT.ASSIGNED_AT,
                        LAST_SIGN_IN.SIGNED_IN_AT)
                .from(ASSIGNMENT)
                .join(ACCOUNT_USER)
                .on(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))
                .leftJoin(LAST_SIGN_IN)
                .on(LAST_SIGN_IN.ACCOUNT_ID.eq(account))
                .and(LAST_SIGN_IN.USER_ID.eq(ASSIGNMENT.USER_ID))
                .and(LAST_SIGN_IN.PRODUCT_ID.eq(ASSIGNMENT.PRODUCT_ID));
    }

    private static SeatedUser user(
            UserId id, String name, String email, Instant assignedAt, @Nullable Instant signedInAt) {
        return new SeatedUser(id, name, email, assignedAt, signedInAt);
    }
}
