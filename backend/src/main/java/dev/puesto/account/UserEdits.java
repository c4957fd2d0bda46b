package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static org.jooq.impl.DSL.castNull;

import dev.puesto.access.Viewer;
import dev.puesto.account.UserOutcome.Refused;
import dev.puesto.account.UserOutcome.Saved;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invites users and edits them. */
@Component
class UserEdits {
    private final AccountDb db;
    private final Accounts accounts;

    UserEdits(AccountDb db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** Adds a user; who was deactivated and has the e-mail address comes back with what is given. */
    UserOutcome invite(Viewer viewer, AccountId account, UserDetails details) {
        Optional<UserError> fault = details.fault();
        if (fault.isPresent()) {
            return new Refused(fault.get());
        }
        return db.transact(account, transaction -> {
            Instant now = lock(transaction, viewer, "accountId");
            List<User> holders = transaction
                    .sql()
                    .fetch(Users.holding(account, details.email(), details.externalId()))
                    .map(Users::read);
            User before = comingBack(holders, details);
            return refusal(details, holders, holder -> comesBack(holder, details))
                    .orElseGet(() -> new Saved(save(transaction, viewer, now, details.after(before), before)));
        });
    }

    private static @Nullable User comingBack(List<User> holders, UserDetails details) {
        return holders.stream()
                .filter(holder -> comesBack(holder, details))
                .findFirst()
                .orElse(null);
    }

    private static boolean comesBack(User holder, UserDetails details) {
        return holder.status() == UserStatus.DEACTIVATED && sameEmail(holder, details);
    }

    private User save(
            AccountTransaction transaction, Viewer viewer, Instant now, UserDetails details, @Nullable User before) {
        User user = before == null ? insert(transaction, now, details) : update(transaction, before.userId(), details);
        transaction.together(List.of(
                count(transaction.account(), before != null),
                Audit.append(
                        viewer,
                        transaction.account(),
                        now,
                        new Change(
                                before == null ? "USER_INVITED" : "USER_REACTIVATED",
                                User.TYPE,
                                user.userId(),
                                before == null ? null : UserDetails.of(before),
                                details))));
        return user;
    }

    private static User insert(AccountTransaction transaction, Instant now, UserDetails details) {
        return Users.read(transaction
                .sql()
                .insertInto(ACCOUNT_USER)
                .set(ACCOUNT_USER.ACCOUNT_ID, transaction.account())
                .set(ACCOUNT_USER.NAME, details.name())
                .set(ACCOUNT_USER.EMAIL, details.email())
                .set(ACCOUNT_USER.EXTERNAL_ID, details.externalId())
                .set(ACCOUNT_USER.STATUS, UserStatus.ACTIVE.name())
                .set(ACCOUNT_USER.INVITED_AT, now)
                .set(ACCOUNT_USER.VERSION, 1L)
                .returningResult(Users.COLUMNS)
                .fetchSingle());
    }

    private static User update(AccountTransaction transaction, UserId user, UserDetails details) {
        Record row = transaction
                .sql()
                .update(ACCOUNT_USER)
                .set(ACCOUNT_USER.NAME, details.name())
                .set(ACCOUNT_USER.EMAIL, details.email())
                .set(ACCOUNT_USER.EXTERNAL_ID, details.externalId())
                .set(ACCOUNT_USER.STATUS, UserStatus.ACTIVE.name())
                .set(ACCOUNT_USER.DEACTIVATED_AT, castNull(ACCOUNT_USER.DEACTIVATED_AT))
                .set(ACCOUNT_USER.VERSION, ACCOUNT_USER.VERSION.plus(1))
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(transaction.account()))
                .and(ACCOUNT_USER.ID.eq(user))
                .returningResult(Users.COLUMNS)
                .fetchSingle();
        return Users.read(row);
    }

    private static Query count(AccountId account, boolean wasDeactivated) {
        return DSL.update(ACCOUNT)
                .set(ACCOUNT.ACTIVE_USERS, ACCOUNT.ACTIVE_USERS.plus(1))
                .set(ACCOUNT.DEACTIVATED_USERS, ACCOUNT.DEACTIVATED_USERS.minus(wasDeactivated ? 1 : 0))
                .where(ACCOUNT.ACCOUNT_ID.eq(account));
    }

    /**
     * Changes a user's name, e-mail address or external id.
     *
     * @param edit what the details become, from what they are
     */
    UserOutcome update(
            Viewer viewer, AccountId account, UserId id, long expectedVersion, Function<User, UserDetails> edit) {
        return db.transact(account, transaction -> {
            Instant now = lock(transaction, viewer, "userId");
            User before = transaction
                    .sql()
                    .fetchOptional(Users.byId(account, List.of(id)))
                    .map(Users::read)
                    .orElseThrow(() -> Refusal.notFound("input", "userId"));
            if (before.version() != expectedVersion || before.status() == UserStatus.DEACTIVATED) {
                return new Refused(new UserChanged(before));
            }
            return change(transaction, viewer, now, before, edit.apply(before));
        });
    }

    private UserOutcome change(
            AccountTransaction transaction, Viewer viewer, Instant now, User before, UserDetails details) {
        Optional<UserError> fault = details.fault();
        if (fault.isPresent()) {
            return new Refused(fault.get());
        }
        if (details.equals(UserDetails.of(before))) {
            return new Saved(before);
        }
        List<User> holders = transaction
                .sql()
                .fetch(Users.holding(transaction.account(), details.email(), details.externalId()))
                .map(Users::read);
        return refusal(details, holders, holder -> holder.userId().equals(before.userId()))
                .orElseGet(() -> {
                    User after = update(transaction, before.userId(), details);
                    transaction
                            .sql()
                            .execute(Audit.append(viewer, transaction.account(), now, edited(before, details)));
                    return new Saved(after);
                });
    }

    private static Change edited(User before, UserDetails details) {
        return new Change("USER_UPDATED", User.TYPE, before.userId(), UserDetails.of(before), details);
    }

    /** Refuses when somebody but the user that is meant holds the e-mail address or the external id. */
    private static Optional<UserOutcome> refusal(UserDetails details, List<User> holders, Predicate<User> meant) {
        return holders.stream()
                .filter(meant.negate())
                .findFirst()
                .map(holder ->
                        new Refused(sameEmail(holder, details) ? new EmailTaken(holder) : new ExternalIdTaken(holder)));
    }

    private static boolean sameEmail(User holder, UserDetails details) {
        return holder.email().equalsIgnoreCase(details.email());
    }

    private Instant lock(AccountTransaction transaction, Viewer viewer, String field) {
        return accounts.lock(transaction, viewer)
                .orElseThrow(() -> Refusal.notFound("input", field))
                .now();
    }
}
