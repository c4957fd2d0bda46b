package dev.puesto.outbox;

import static dev.puesto.jooq.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
@Isolated("takes the events of every account")
class OutboxTests {

    private record Happened(UserId user, int count) implements Event {}

    @Autowired
    TestAccounts accounts;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

    @Autowired
    OutboxProperties properties;

    @Autowired
    AccountDb db;

    @Autowired
    JobDb jobs;

    AccountId account;
    Queue<StoredEvent> seen;

    @BeforeEach
    void freshAccount() {
        account = accounts.open();
        seen = new ConcurrentLinkedQueue<>();
    }

    @Test
    void handsAnEventToItsHandlerOnce() {
        Happened event = new Happened(new UserId(UUID.randomUUID()), 3);
        append(event);
        dispatcher(Clock.systemUTC(), taking()).dispatchDue();
        dispatcher(Clock.systemUTC(), taking()).dispatchDue();
        assertThat(ours()).singleElement().satisfies(stored -> {
            assertThat(stored.as(Happened.class)).isEqualTo(event);
            assertThat(stored.account()).isEqualTo(account);
            assertThat(stored.type()).isEqualTo("Happened");
        });
    }

    @Test
    void twoDispatchersNeverTakeTheSameEvent() throws Exception {
        append(IntStream.range(0, 300)
                .mapToObj(i -> new Happened(new UserId(UUID.randomUUID()), i))
                .toArray(Happened[]::new));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<?> runs = threads.invokeAll(Collections.nCopies(
                    4, () -> dispatcher(Clock.systemUTC(), taking()).dispatchDue()));
            assertThat(runs).hasSize(4);
        }
        assertThat(ours()).hasSize(300);
        assertThat(ours().stream().map(StoredEvent::id).distinct()).hasSize(300);
    }

    @Test
    void triesAgainLaterWhatAHandlerDidNotTake() {
        append(new Happened(new UserId(UUID.randomUUID()), 1));
        Instant now = Instant.now();
        dispatcher(at(now), failing()).dispatchDue();
        dispatcher(at(now.plusSeconds(1)), taking()).dispatchDue();
        assertThat(ours()).isEmpty();
        dispatcher(at(now.plus(properties.firstRetryAfter()).plusSeconds(1)), taking())
                .dispatchDue();
        assertThat(ours()).singleElement().extracting(StoredEvent::attempts).isEqualTo(2);
    }

    @Test
    void handsOutAgainWhatACrashedDispatcherTook() {
        append(new Happened(new UserId(UUID.randomUUID()), 1));
        Instant now = Instant.now();
        queue.take(now, properties.lease(), 1000);
        dispatcher(at(now), taking()).dispatchDue();
        assertThat(ours()).isEmpty();
        dispatcher(at(now.plus(properties.lease()).plusSeconds(1)), taking()).dispatchDue();
        assertThat(ours()).hasSize(1);
    }

    @Test
    void keepsWithoutAnotherAttemptWhatFailedTooOften() {
        append(new Happened(new UserId(UUID.randomUUID()), 1));
        jobs.sql()
                .update(OUTBOX)
                .set(OUTBOX.ATTEMPTS, properties.maxAttempts() - 1)
                .where(OUTBOX.ACCOUNT_ID.eq(account))
                .execute();
        dispatcher(Clock.systemUTC(), failing()).dispatchDue();
        assertThat(jobs.sql()
                        .selectFrom(OUTBOX)
                        .where(OUTBOX.ACCOUNT_ID.eq(account))
                        .fetchSingle())
                .satisfies(row -> {
                    assertThat(row.getNextAttemptAt()).isNull();
                    assertThat(row.getDispatchedAt()).isNull();
                });
    }

    @Test
    void purgesWhatWasDispatchedLongAgo() {
        append(new Happened(new UserId(UUID.randomUUID()), 1));
        dispatcher(Clock.systemUTC(), taking()).dispatchDue();
        dispatcher(Clock.systemUTC(), taking()).purge();
        assertThat(kept()).isOne();
        dispatcher(at(Instant.now().plus(properties.keepFor()).plusSeconds(5)), taking())
                .purge();
        assertThat(kept()).isZero();
    }

    @Test
    void waitsLongerAfterEachFailureUpToALimit() {
        assertThat(properties.retryAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.retryAfter(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(properties.retryAfter(29)).isEqualTo(Duration.ofHours(1));
    }

    private void append(Event... events) {
        db.one(account, sql -> sql.execute(outbox.append(account, List.of(events))));
    }

    private List<StoredEvent> ours() {
        return seen.stream().filter(event -> event.account().equals(account)).toList();
    }

    private int kept() {
        return jobs.sql().fetchCount(OUTBOX, OUTBOX.ACCOUNT_ID.eq(account));
    }

    private OutboxDispatcher dispatcher(Clock clock, EventHandler handler) {
        return new OutboxDispatcher(queue, properties, clock, List.of(handler));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private EventHandler taking() {
        return handler(seen::add);
    }

    private EventHandler failing() {
        return handler(event -> {
            throw new IllegalStateException("on purpose");
        });
    }

    private static EventHandler handler(Consumer<StoredEvent> action) {
        return new EventHandler() {
            @Override
            public Set<Class<? extends Event>> events() {
                return Set.of(Happened.class);
            }

            @Override
            public void handle(StoredEvent event) {
                action.accept(event);
            }
        };
    }
}
