package dev.puesto.idempotency;

import static dev.puesto.jooq.Tables.IDEMPOTENCY_KEY;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds and binds idempotency keys. Both happen under the account's lock: of two requests with one key the second waits
 * there, and then finds it bound. The viewer's permission is checked by the lock's statement, in a replay too.
 */
@Component
public final class IdempotencyKeys {
    private final Clock clock;
    private final IdempotencyProperties properties;

    IdempotencyKeys(Clock clock, IdempotencyProperties properties) {
        this.clock = clock;
        this.properties = properties;
    }

    /** What is known of the key; the account is locked already. */
    public KeyState find(AccountTransaction transaction, KeyUse use) {
        return read(transaction.sql().fetch(finding(transaction.account(), use)), use);
    }

    /** The statement of {@link #find}, to be sent behind the lock together with others; read with {@link #read}. */
    public static Select<Record3<byte[], JSONB, OrderId>> finding(AccountId account, KeyUse use) {
        return DSL.select(IDEMPOTENCY_KEY.INPUT_HASH, IDEMPOTENCY_KEY.ANSWER, IDEMPOTENCY_KEY.ORDER_ID)
                .from(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.ACCOUNT_ID.eq(account))
                .and(IDEMPOTENCY_KEY.OWNER.eq(use.owner()))
                .and(IDEMPOTENCY_KEY.KEY.eq(use.key()));
    }

    /** What the rows of {@link #finding} say of the key. */
    public static KeyState read(Result<? extends Record> rows, KeyUse use) {
        if (rows.isEmpty()) {
            return new KeyState.Unbound();
        }
        Record row = rows.getFirst();
        return Arrays.equals(row.get(IDEMPOTENCY_KEY.INPUT_HASH), use.inputHashBytes())
                ? new KeyState.Bound(row.get(IDEMPOTENCY_KEY.ANSWER), row.get(IDEMPOTENCY_KEY.ORDER_ID))
                : new KeyState.Reused();
    }

    /**
     * The insert that binds a key for ever, where money moved.
     *
     * @param order what a replay answers from; null where there is none
     * @param answer a record that becomes JSON; its first component is {@code int version}
     */
    public Query bindForEver(AccountId account, KeyUse use, @Nullable OrderId order, Object answer) {
        return bind(account, use, order, answer, null);
    }

    /**
     * The insert that binds a key for {@code puesto.idempotency.keep-for}, where only seats moved.
     *
     * @param answer a record that becomes JSON; its first component is {@code int version}
     */
    public Query bind(AccountId account, KeyUse use, Object answer) {
        return bind(account, use, null, answer, clock.instant().plus(properties.keepFor()));
    }

    private Query bind(
            AccountId account, KeyUse use, @Nullable OrderId order, Object answer, @Nullable Instant expiresAt) {
        return DSL.insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.ACCOUNT_ID, account)
                .set(IDEMPOTENCY_KEY.OWNER, use.owner())
                .set(IDEMPOTENCY_KEY.KEY, use.key())
                .set(IDEMPOTENCY_KEY.OPERATION, use.operation())
                .set(IDEMPOTENCY_KEY.INPUT_HASH, use.inputHashBytes())
                .set(IDEMPOTENCY_KEY.ORDER_ID, order)
                .set(IDEMPOTENCY_KEY.ANSWER, Json.of(answer))
                .set(IDEMPOTENCY_KEY.BOUND_AT, clock.instant())
                .set(IDEMPOTENCY_KEY.EXPIRES_AT, expiresAt);
    }
}
