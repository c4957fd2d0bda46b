package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.Keyset;
import dev.puesto.api.PageRequest;
import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.KeptStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Pages of an account's users, in the order asked for and narrowed by a filter. */
@Component
class UserPages {
    private static final CursorStrategy<TextAndId> BY_NAME = CursorStrategy.byName("users");
    private static final CursorStrategy<InstantAndId> BY_INVITATION = CursorStrategy.byInstant("usersByInvitation");

    private static final KeptStatement ALL_BY_NAME = new KeptStatement();

    private final AccountDb db;
    private final Clock clock;

    UserPages(AccountDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One page that is asked for. */
    record Asked(Account account, PageRequest page, UserFilter filter, UserOrder order) {
        AccountId accountId() {
            return account.accountId();
        }
    }

    Connection<User> page(Viewer viewer, Asked asked) {
        Condition matches = readable(viewer, asked)
                .and(UserConditions.of(
                        asked.accountId(), asked.filter(), now(asked), users(asked.account(), UserFilter.ALL)));
        List<User> rows =
                db.one(asked.accountId(), sql -> read(sql, asked, matches).map(Users::read));
        return switch (asked.order().field()) {
            case NAME ->
                Connection.of(asked.page(), rows, BY_NAME, UserPages::placeByName, () -> total(asked, matches));
            case INVITED_AT ->
                Connection.of(
                        asked.page(), rows, BY_INVITATION, UserPages::placeByInvitation, () -> total(asked, matches));
        };
    }

    /** Who has which seat is told only to those who may read it. */
    private static Condition readable(Viewer viewer, Asked asked) {
        if (!asked.filter().concernsSeats()) {
            return noCondition();
        }
        if (!viewer.scopes().contains(Scope.SEATS_READ)) {
            throw Refusal.of(ErrorCode.FORBIDDEN, Scope.SEATS_READ.wireName());
        }
        return AccountAccess.permits(
                viewer, val(asked.accountId(), ACCOUNT.ACCOUNT_ID), Set.of(Scope.ACCOUNTS_READ, Scope.SEATS_READ));
    }

    private Instant now(Asked asked) {
        return asked.account().now(clock);
    }

    private static Result<Record> read(DSLContext sql, Asked asked, Condition matches) {
        return switch (asked.order().field()) {
            case NAME -> readByName(sql, asked, matches);
            case INVITED_AT ->
                sql.fetch(statement(
                        asked,
                        matches,
                        Keyset.of(
                                ACCOUNT_USER.INVITED_AT,
                                ACCOUNT_USER.ID,
                                asked.page(),
                                asked.order().direction()),
                        BY_INVITATION
                                .read(asked.page())
                                .map(place -> new Place<>(place.instant(), new UserId(place.id())))));
        };
    }

    private static Result<Record> readByName(DSLContext sql, Asked asked, Condition matches) {
        var keyset = Keyset.of(
                ACCOUNT_USER.NAME_KEY,
                ACCOUNT_USER.ID,
                asked.page(),
                asked.order().direction());
        var last = BY_NAME.read(asked.page()).map(place -> new Place<>(place.text(), new UserId(place.id())));
        if (!asked.filter().isOfStatusAtMost()) {
            return sql.fetch(statement(asked, matches, keyset, last));
        }
        List<Object> arguments = new ArrayList<>(List.of(asked.accountId()));
        last.ifPresent(place -> arguments.addAll(List.of(place.column(), place.user())));
        return ALL_BY_NAME.fetch(
                sql,
                List.of(
                        asked.page().limit(),
                        keyset.ascending(),
                        last.isPresent(),
                        Optional.ofNullable(asked.filter().status())),
                () -> statement(asked, matches, keyset, last),
                arguments);
    }

    /** Behind which user a page begins. */
    private record Place<T>(T column, UserId user) {}

    private static <T> Select<Record> statement(
            Asked asked, Condition matches, Keyset<T, UserId> keyset, Optional<Place<T>> last) {
        return select(Users.COLUMNS)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(asked.accountId()))
                .and(matches)
                .and(last.map(place -> keyset.behind(place.column(), place.user()))
                        .orElse(noCondition()))
                .orderBy(keyset.order())
                .limit(inline(asked.page().limit()));
    }

    private static TextAndId placeByName(User user) {
        return new TextAndId(user.nameKey(), user.userId().value());
    }

    private static InstantAndId placeByInvitation(User user) {
        return new InstantAndId(user.invitedAt(), user.userId().value());
    }

    /** By the kept counts where they tell it, else counted. */
    private long total(Asked asked, Condition matches) {
        UserFilter filter = asked.filter();
        if (filter.isOfStatusAtMost()) {
            return users(asked.account(), filter);
        }
        if (filter.isOfSeatAtMost()) {
            long seated = seated(asked);
            return filter.seat().with() ? seated : users(asked.account(), filter) - seated;
        }
        return db.one(
                asked.accountId(),
                sql -> sql.fetchSingle(selectCount()
                                .from(ACCOUNT_USER)
                                .where(ACCOUNT_USER.ACCOUNT_ID.eq(asked.accountId()))
                                .and(matches))
                        .value1());
    }

    private long seated(Asked asked) {
        return db.one(
                asked.accountId(),
                sql -> sql.fetchOptional(UserConditions.seated(
                                asked.accountId(), asked.filter().seat()))
                        .map(row -> row.value1() == null ? 0L : row.value1().longValueExact())
                        .orElse(0L));
    }

    private static long users(Account account, UserFilter filter) {
        long active = filter.status() == UserStatus.DEACTIVATED ? 0 : account.activeUsers();
        long deactivated = filter.status() == UserStatus.ACTIVE ? 0 : account.deactivatedUsers();
        return active + deactivated;
    }
}
