package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.UserKey;
import dev.puesto.account.UserStatus;
import dev.puesto.account.Users;
import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.KeptStatement;
import dev.puesto.subscription.SubscriptionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers whether a user may sign in to a product, from one statement that sees a release at once. It joins no table that
 * the answer "seated" does not need: each costs every check a tenth of its time. Only who has no seat is asked about
 * further.
 */
@Component
class SignIns {
    private static final KeptStatement CHECK = new KeptStatement();

    private final AccountDb db;
    private final LastSignIns lastSignIns;

    SignIns(AccountDb db, LastSignIns lastSignIns) {
        this.db = db;
        this.lastSignIns = lastSignIns;
    }

    /** Whether the user of that account may sign in; remembers that the user did. */
    SignInAnswer check(Viewer viewer, AccountId account, UserKey user, String productCode) {
        return db.one(account, sql -> read(sql, viewer, account, user, productCode))
                .map(row -> answer(account, row))
                .orElseGet(() -> SignInAnswer.refused(SignInRefusal.USER_UNKNOWN));
    }

    private record Shape(Object viewer, Class<?> user) {}

    private static Optional<Record> read(
            DSLContext sql, Viewer viewer, AccountId account, UserKey user, String productCode) {
        List<Object> arguments = new ArrayList<>(List.of(account, user.value(), productCode));
        arguments.addAll(AccountAccess.arguments(viewer));
        return CHECK
                .fetch(
                        sql,
                        new Shape(AccountAccess.shape(viewer), user.getClass()),
                        () -> statement(viewer, account, user, productCode),
                        arguments)
                .stream()
                .findFirst();
    }

    private static Select<?> statement(Viewer viewer, AccountId account, UserKey user, String productCode) {
        return select(ACCOUNT_USER.ID, ACCOUNT_USER.STATUS, PRODUCT.ID, SUBSCRIPTION.STATUS)
                .from(ACCOUNT_USER)
                .leftJoin(PRODUCT)
                .on(PRODUCT.CODE.eq(productCode))
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT.ACCOUNT_ID.eq(ACCOUNT_USER.ACCOUNT_ID))
                .and(ASSIGNMENT.PRODUCT_ID.eq(PRODUCT.ID))
                .and(ASSIGNMENT.USER_ID.eq(ACCOUNT_USER.ID))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .leftJoin(SUBSCRIPTION)
                .on(SUBSCRIPTION.ACCOUNT_ID.eq(ASSIGNMENT.ACCOUNT_ID))
                .and(SUBSCRIPTION.ID.eq(ASSIGNMENT.SUBSCRIPTION_ID))
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(Users.is(user))
                .and(AccountAccess.permits(viewer, account));
    }

    private SignInAnswer answer(AccountId account, Record row) {
        SignInRefusal refusal = refusal(account, row);
        if (refusal != null) {
            return SignInAnswer.refused(refusal);
        }
        lastSignIns.remember(account, row.get(ACCOUNT_USER.ID), row.get(PRODUCT.ID));
        return SignInAnswer.SEATED;
    }

    private @Nullable SignInRefusal refusal(AccountId account, Record row) {
        if (UserStatus.valueOf(row.get(ACCOUNT_USER.STATUS)) == UserStatus.DEACTIVATED) {
            return SignInRefusal.USER_DEACTIVATED;
        }
        if (row.get(PRODUCT.ID) == null) {
            return SignInRefusal.PRODUCT_UNKNOWN;
        }
        if (row.get(SUBSCRIPTION.STATUS) == null) {
            return lostByEnd(account, row.get(ACCOUNT_USER.ID), row.get(PRODUCT.ID))
                    ? SignInRefusal.SUBSCRIPTION_ENDED
                    : SignInRefusal.NO_SEAT;
        }
        return switch (SubscriptionStatus.valueOf(row.get(SUBSCRIPTION.STATUS))) {
            case TRIALING, ACTIVE, PAST_DUE -> null;
            case SUSPENDED -> SignInRefusal.SUBSCRIPTION_SUSPENDED;
            case ENDED -> SignInRefusal.SUBSCRIPTION_ENDED;
        };
    }

    /** Whether the user had a seat until its subscription ended. */
    private boolean lostByEnd(AccountId account, UserId user, ProductId product) {
        return db.one(
                account,
                sql -> sql.fetchExists(selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(ASSIGNMENT.USER_ID.eq(user))
                        .and(ASSIGNMENT.PRODUCT_ID.eq(product))
                        .and(ASSIGNMENT.RELEASE_REASON.eq(inline(ReleaseReason.ENDED.name())))));
    }
}
