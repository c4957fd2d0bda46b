package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.UserKey;
import dev.puesto.account.UserStatus;
import dev.puesto.account.Users;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.Product;
import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.KeptStatement;
import dev.puesto.subscription.SubscriptionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** Stands for a product that does not exist: the user and the access are asked for all the same. */
    private static final ProductId NO_PRODUCT = new ProductId(new UUID(0, 0));

    private final AccountDb db;
    private final CatalogReference catalogs;
    private final LastSignIns lastSignIns;

    SignIns(AccountDb db, CatalogReference catalogs, LastSignIns lastSignIns) {
        this.db = db;
        this.catalogs = catalogs;
        this.lastSignIns = lastSignIns;
    }

    /** Whether the user of that account may sign in; remembers that the user did. */
    SignInAnswer check(Viewer viewer, AccountId account, UserKey user, String productCode) {
        ProductId product = catalogs.product(productCode).map(Product::id).orElse(NO_PRODUCT);
        return db.one(account, sql -> read(sql, viewer, account, user, product))
                .map(row -> answer(account, product, row))
                .orElseGet(() -> SignInAnswer.refused(SignInRefusal.USER_UNKNOWN));
    }

    private record Shape(Object viewer, Class<?> user) {}

    private static Optional<Record> read(
            DSLContext sql, Viewer viewer, AccountId account, UserKey user, ProductId product) {
        List<Object> arguments = new ArrayList<>(List.of(account, user.value(), product));
        arguments.addAll(AccountAccess.arguments(viewer));
        return CHECK
                .fetch(
                        sql,
                        new Shape(AccountAccess.shape(viewer), user.getClass()),
                        () -> statement(viewer, account, user, product),
                        arguments)
                .stream()
                .findFirst();
    }

    private static Select<?> statement(Viewer viewer, AccountId account, UserKey user, ProductId product) {
        return select(ACCOUNT_USER.ID, ACCOUNT_USER.STATUS, SUBSCRIPTION.STATUS)
                .from(ACCOUNT_USER)
                .leftJoin(ASSIGNMENT
                        .join(SUBSCRIPTION)
                        .on(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                        .and(SUBSCRIPTION.ID.eq(ASSIGNMENT.SUBSCRIPTION_ID)))
                .on(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.PRODUCT_ID.eq(product))
                .and(ASSIGNMENT.USER_ID.eq(ACCOUNT_USER.ID))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(Users.is(user))
                .and(AccountAccess.permits(viewer, account));
    }

    private SignInAnswer answer(AccountId account, ProductId product, Record row) {
        SignInRefusal refusal = refusal(account, product, row);
        if (refusal != null) {
            return SignInAnswer.refused(refusal);
        }
        lastSignIns.remember(account, row.get(ACCOUNT_USER.ID), product);
        return SignInAnswer.SEATED;
    }

    private @Nullable SignInRefusal refusal(AccountId account, ProductId product, Record row) {
        if (UserStatus.valueOf(row.get(ACCOUNT_USER.STATUS)) == UserStatus.DEACTIVATED) {
            return SignInRefusal.USER_DEACTIVATED;
        }
        if (product.equals(NO_PRODUCT)) {
            return SignInRefusal.PRODUCT_UNKNOWN;
        }
        if (row.get(SUBSCRIPTION.STATUS) == null) {
            return lostByEnd(account, row.get(ACCOUNT_USER.ID), product)
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
