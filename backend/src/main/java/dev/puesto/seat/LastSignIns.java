package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.ParameterRows;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Remembers who signed in last, without a write per sign-in: gathered in memory, and flushed every few seconds and at
 * shutdown by one statement of the job role, without the account's lock. A killed instance loses those few seconds.
 */
@Component
class LastSignIns {
    private static final Logger LOG = LoggerFactory.getLogger(LastSignIns.class);
    private static final long FLUSH_SECONDS = 5;
    private static final int ROWS_MAX = 10_000;

    private final JobDb db;
    private final Clock clock;
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("last-sign-ins").daemon().factory());
    private final Map<Place, Instant> gathered = new ConcurrentHashMap<>();

    LastSignIns(JobDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Place(AccountId account, UserId user, ProductId product) {}

    private record SignIn(Place place, Instant at) {}

    @PostConstruct
    void start() {
        flusher.scheduleWithFixedDelay(this::tryToFlush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        flusher.close();
        tryToFlush();
    }

    /** The user signed in to the product just now. */
    void remember(AccountId account, UserId user, ProductId product) {
        gathered.merge(new Place(account, user, product), clock.instant(), LastSignIns::later);
    }

    private void tryToFlush() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("Last sign-ins are kept for the next attempt", e);
        }
    }

    /** Writes what was gathered; what fails to be written stays gathered. */
    void flush() {
        List<SignIn> batch;
        do {
            batch = batch();
            if (!batch.isEmpty()) {
                write(batch);
                batch.forEach(signIn -> gathered.remove(signIn.place(), signIn.at()));
            }
        } while (batch.size() == ROWS_MAX);
    }

    /** In one order on every instance, so that no two flushes wait for each other in a ring. */
    private List<SignIn> batch() {
        List<SignIn> batch = new ArrayList<>();
        gathered.entrySet().stream()
                .limit(ROWS_MAX)
                .forEach(entry -> batch.add(new SignIn(entry.getKey(), entry.getValue())));
        batch.sort(
                Comparator.comparing((SignIn signIn) -> signIn.place().account().value())
                        .thenComparing(signIn -> signIn.place().user().value())
                        .thenComparing(signIn -> signIn.place().product().value()));
        return batch;
    }

    /** For an account with a test clock it is that clock's time. */
    private void write(List<SignIn> batch) {
        var given = ParameterRows.of(batch)
                .with(LAST_SIGN_IN.ACCOUNT_ID, signIn -> signIn.place().account())
                .with(LAST_SIGN_IN.USER_ID, signIn -> signIn.place().user())
                .with(LAST_SIGN_IN.PRODUCT_ID, signIn -> signIn.place().product())
                .with(LAST_SIGN_IN.SIGNED_IN_AT, SignIn::at);
        db.sql()
                .insertInto(
                        LAST_SIGN_IN,
                        LAST_SIGN_IN.ACCOUNT_ID,
                        LAST_SIGN_IN.USER_ID,
                        LAST_SIGN_IN.PRODUCT_ID,
                        LAST_SIGN_IN.SIGNED_IN_AT)
                .select(select(
                                given.get(LAST_SIGN_IN.ACCOUNT_ID),
                                given.get(LAST_SIGN_IN.USER_ID),
                                given.get(LAST_SIGN_IN.PRODUCT_ID),
                                coalesce(ACCOUNT.TEST_CLOCK_AT, given.get(LAST_SIGN_IN.SIGNED_IN_AT)))
                        .from(given.table())
                        .join(ACCOUNT)
                        .on(ACCOUNT.ACCOUNT_ID.eq(given.get(LAST_SIGN_IN.ACCOUNT_ID))))
                .onConflict(LAST_SIGN_IN.ACCOUNT_ID, LAST_SIGN_IN.USER_ID, LAST_SIGN_IN.PRODUCT_ID)
                .doUpdate()
                .set(
                        LAST_SIGN_IN.SIGNED_IN_AT,
                        greatest(LAST_SIGN_IN.SIGNED_IN_AT, excluded(LAST_SIGN_IN.SIGNED_IN_AT)))
                .execute();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
