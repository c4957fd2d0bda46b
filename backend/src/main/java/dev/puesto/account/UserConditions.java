package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.NameKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** What a filter says, as conditions on the row of {@code account_user}; each reaches an index under row-level security. */
final class UserConditions {
    private static final int DAYS_MAX = 36_500;

    private UserConditions() {}

    /**
     * What the filter says of a user.
     *
     * @param users how many the account has: it decides how those with a seat are found
     */
    static Condition of(AccountId account, UserFilter filter, Instant now, long users) {
        return begins(filter.prefix())
                .and(status(filter.status()))
                .and(filter.seat() == null ? noCondition() : seat(account, filter.seat(), users))
                .and(
                        filter.inactiveForDays() == null
                                ? noCondition()
                                : inactive(account, filter.inactiveForDays(), now, users));
    }

    /** Whether name or e-mail address begin so; empty for all users. */
    static Condition begins(String prefix) {
        return prefix.isEmpty()
                ? noCondition()
                : NameKey.begins(ACCOUNT_USER.NAME_KEY, prefix)
                        .or(NameKey.hasPrefix(ACCOUNT_USER.EMAIL_KEY, prefix.toLowerCase(Locale.ROOT)));
    }

    /** Written into the statement, so that the index of deactivated users is found. */
    private static Condition status(@Nullable UserStatus status) {
        return status == null ? noCondition() : ACCOUNT_USER.STATUS.eq(inline(status.name()));
    }

    private static Condition seat(AccountId account, UserSeatFilter seat, long users) {
        Condition live = ASSIGNMENT
                .ACCOUNT_ID
                .eq(account)
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .and(ofProduct(seat))
                .and(ofSubscription(account, seat))
                .and(ofSameProduct(account, seat));
        Condition seated = isAmong(select(ASSIGNMENT.USER_ID).from(ASSIGNMENT).where(live), ASSIGNMENT.USER_ID, users);
        return seat.with() ? seated : seated.not();
    }

    /** Whether the user is in the set: hashed while it fits, else looked up user by user. */
    private static Condition isAmong(SelectConditionStep<Record1<UserId>> set, Field<UserId> member, long users) {
        return users <= Columns.HASHED_AT_MOST
                ? Columns.isInHashed(ACCOUNT_USER.ID, set)
                : exists(set.and(member.eq(ACCOUNT_USER.ID)));
    }

    private static Condition ofProduct(UserSeatFilter seat) {
        return seat.productCode() == null ? noCondition() : ASSIGNMENT.PRODUCT_ID.eq(product(seat.productCode()));
    }

    private static Condition ofSubscription(AccountId account, UserSeatFilter seat) {
        if (seat.subscriptionId() == null) {
            return noCondition();
        }
        SubscriptionId subscription = in(account, seat.subscriptionId(), "subscriptionId");
        return ASSIGNMENT
                .SUBSCRIPTION_ID
                .eq(subscription)
                .and(ASSIGNMENT.PRODUCT_ID.eq(productOf(account, subscription)));
    }

    private static Condition ofSameProduct(AccountId account, UserSeatFilter seat) {
        return seat.productOfSubscriptionId() == null
                ? noCondition()
                : ASSIGNMENT.PRODUCT_ID.eq(
                        productOf(account, in(account, seat.productOfSubscriptionId(), "productOfSubscriptionId")));
    }

    private static Select<Record1<ProductId>> product(String code) {
        return select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.CODE.eq(code));
    }

    private static Select<Record1<ProductId>> productOf(AccountId account, SubscriptionId subscription) {
        return select(SUBSCRIPTION.PRODUCT_ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.ID.eq(subscription));
    }

    private static SubscriptionId in(AccountId account, GlobalId subscription, String field) {
        return subscription
                .in(account, "Subscription", SubscriptionId::new)
                .orElseThrow(() -> Refusal.notFound("filter", "seat", field));
    }

    private static Condition inactive(AccountId account, int days, Instant now, long users) {
        Instant since = now.minus(Math.clamp(days, 0, DAYS_MAX), ChronoUnit.DAYS);
        var active = select(LAST_SIGN_IN.USER_ID)
                .from(LAST_SIGN_IN)
                .where(LAST_SIGN_IN.ACCOUNT_ID.eq(account))
                .and(LAST_SIGN_IN.SIGNED_IN_AT.gt(since));
        return ACCOUNT_USER
                .INVITED_AT
                .le(since)
                .and(isAmong(active, LAST_SIGN_IN.USER_ID, users).not());
    }

    /** How many users have a seat of that one kind, by the kept counts. */
    static Select<Record1<BigDecimal>> seated(AccountId account, UserSeatFilter seat) {
        return select(sum(SUBSCRIPTION.SEATS_ASSIGNED))
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(counts(account, seat));
    }

    private static Condition counts(AccountId account, UserSeatFilter seat) {
        if (seat.subscriptionId() != null) {
            return SUBSCRIPTION.ID.eq(in(account, seat.subscriptionId(), "subscriptionId"));
        }
        return SUBSCRIPTION.PRODUCT_ID.eq(
                seat.productCode() == null
                        ? productOf(account, in(account, seat.productOfSubscriptionId(), "productOfSubscriptionId"))
                        : product(seat.productCode()));
    }
}
