package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.REFERENCE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.puesto.PuestoTest;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a seat quote rests on beside its account is read anew without waiting for the quotes that wait for it. */
@PuestoTest
class ChangedReferenceTests {
    private static final Viewer VIEWER = new Viewer.System("test");

    @Autowired
    SeatQuotes seatQuotes;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    HikariDataSource connections;

    @Autowired
    JobDb db;

    @Test
    void changedRatesAndPricesAreReadWhileEveryConnectionIsInUse() throws Exception {
        AccountId account = accounts.open();
        SubscriptionId desk =
                subscriptions.subscribe(account, subscriptions.offer(), 10, Instant.parse("2026-06-01T00:00:00Z"));
        for (var round = 0; round < 5; round++) {
            db.sql()
                    .update(REFERENCE_VERSION)
                    .set(REFERENCE_VERSION.VERSION, REFERENCE_VERSION.VERSION.plus(1))
                    .execute();
            assertThat(quotesAtOnce(account, desk, 4 * connections.getMaximumPoolSize()))
                    .allMatch(Optional::isPresent);
        }
    }

    private List<Optional<SeatQuote>> quotesAtOnce(AccountId account, SubscriptionId desk, int quotes)
            throws Exception {
        var request =
                new SeatQuoteRequest(account, List.of(SeatChangeRequest.of(desk, 14)), null, RequestPlace.SEAT_QUOTE);
        Callable<Optional<SeatQuote>> quote =
                () -> seatQuotes.quoteAt(VIEWER, request, Instant.parse("2026-06-16T00:00:00Z"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, quotes).mapToObj(i -> quote).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
