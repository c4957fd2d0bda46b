package dev.puesto.seatquote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.ledger.Ledger;
import dev.puesto.ledger.LedgerAccount;
import dev.puesto.ledger.LedgerEntry;
import dev.puesto.ledger.LedgerEntryKind;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat quote holds while what it rests on is the same, and only then. */
@PuestoTest
class SeatQuoteCheckTests {
    private static final Instant MID_JUNE = Instant.parse("2026-06-16T00:00:00Z");
    private static final Viewer VIEWER = new Viewer.System("test");
    private static final LedgerEntry GOODWILL = new LedgerEntry(
            LedgerEntryKind.GOODWILL,
            LedgerAccount.GOODWILL_EXPENSE,
            LedgerAccount.BALANCE_GOODWILL,
            500,
            LedgerEntry.Cause.NONE);

    @Autowired
    SeatQuotes seatQuotes;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Accounts locks;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    AccountDb db;

    AccountId account;
    Offer offer;
    SubscriptionId desk;
    SubscriptionId events;

    @BeforeEach
    void twoSubscriptions() {
        account = accounts.open();
        accounts.setClock(account, MID_JUNE);
        offer = subscriptions.offer();
        desk = subscriptions.subscribe(account, offer, 10, Instant.parse("2026-06-01T00:00:00Z"));
        events = subscriptions.subscribe(account, subscriptions.offer(), 7, Instant.parse("2026-06-03T08:00:00Z"));
    }

    @Test
    void holdsToTheEndOfItsValidityAndIsTheSameAgain() {
        var seen = quote(request(SeatChangeRequest.of(desk, 14)));
        accounts.setClock(account, MID_JUNE.plus(Duration.ofMinutes(30)));
        var again = holds(seen, request(SeatChangeRequest.of(desk, 14)));
        assertThat(again.id()).isEqualTo(seen.id());
        assertThat(again.asOf()).isEqualTo(seen.asOf());
        assertThat(again.totals()).isEqualTo(seen.totals());
    }

    @Test
    void holdsWhateverTheOrderOfTheChanges() {
        var one = SeatChangeRequest.of(desk, 14);
        var other = SeatChangeRequest.of(events, 3);
        var fresh = SeatChangeRequest.of(offer.plan(), 4);
        var seen = quote(request(one, other, fresh));
        assertThat(holds(seen, request(fresh, other, one)).totals()).isEqualTo(seen.totals());
    }

    @Test
    void isChangedOnceItHasExpired() {
        var seen = quote(request(SeatChangeRequest.of(desk, 14)));
        accounts.setClock(account, MID_JUNE.plus(Duration.ofMinutes(30)).plusSeconds(1));
        var fresh = changed(seen.id(), request(SeatChangeRequest.of(desk, 14)));
        assertThat(fresh.asOf()).isEqualTo(MID_JUNE.plus(Duration.ofMinutes(30)).plusSeconds(1));
        assertThat(fresh.id()).isNotEqualTo(seen.id());
    }

    @Test
    void isChangedForOtherSeatsOtherChangesAndOtherReleases() {
        var seen = quote(request(SeatChangeRequest.of(desk, 14)));
        changed(seen.id(), request(SeatChangeRequest.of(desk, 15)));
        changed(seen.id(), request(SeatChangeRequest.of(events, 14)));
        changed(seen.id(), request(SeatChangeRequest.of(desk, 14), SeatChangeRequest.of(events, 14)));
        changed(seen.id(), request(new SeatChangeRequest(desk, null, 14, Effective.AT_RENEWAL, null, Releases.NONE)));
    }

    @Test
    void isChangedWhenTheSubscriptionOrTheBalanceIs() {
        var seen = quote(request(SeatChangeRequest.of(desk, 14)));
        db.transact(account, transaction -> {
            transaction.sql().execute(Ledger.open(account, CurrencyUnit.EUR));
            Ledger.post(account, CurrencyUnit.EUR, MID_JUNE, List.of(GOODWILL))
                    .forEach(query -> transaction.sql().execute(query));
            return null;
        });
        var fresh = changed(seen.id(), request(SeatChangeRequest.of(desk, 14)));
        assertThat(fresh.totals().balanceApplied().getAmountMinorLong()).isEqualTo(500);
    }

    @Test
    void isChangedForAnotherAccountAndForAForgedId() {
        var seen = quote(request(SeatChangeRequest.of(desk, 14)));
        changed("not an id", request(SeatChangeRequest.of(desk, 14)));
        changed("", request(SeatChangeRequest.of(desk, 14)));
        var forged = seen.id().substring(0, 20)
                + (seen.id().charAt(20) == 'A' ? 'B' : 'A')
                + seen.id().substring(21);
        changed(forged, request(SeatChangeRequest.of(desk, 14)));
    }

    @Test
    void readsNoIdOfWhichALetterWasChanged() {
        var key = new byte[] {1, 2, 3};
        var signed = new SeatQuoteId(MID_JUNE, MID_JUNE.plusSeconds(1_800), new byte[32]).sign(account, key);
        assertThat(SeatQuoteId.read(signed, account, List.of(new byte[] {9}, key)))
                .isPresent();
        assertThat(SeatQuoteId.read(signed, account, List.of(new byte[] {9}))).isEmpty();
        for (var i = 0; i < signed.length(); i++) {
            var letter = signed.charAt(i) == 'A' ? 'B' : 'A';
            var forged = signed.substring(0, i) + letter + signed.substring(i + 1);
            assertThat(SeatQuoteId.read(forged, account, List.of(key))).isEmpty();
        }
    }

    private SeatQuoteRequest request(SeatChangeRequest... changes) {
        return new SeatQuoteRequest(account, List.of(changes), null, RequestPlace.SEAT_QUOTE);
    }

    private SeatQuote quote(SeatQuoteRequest request) {
        return seatQuotes.quote(VIEWER, request).orElseThrow();
    }

    private SeatQuote holds(SeatQuote seen, SeatQuoteRequest request) {
        var check = check(seen.id(), request);
        assertThat(check).isInstanceOf(SeatQuoteCheck.Holds.class);
        return ((SeatQuoteCheck.Holds) check).seatQuote();
    }

    private SeatQuote changed(String id, SeatQuoteRequest request) {
        var check = check(id, request);
        assertThat(check).isInstanceOf(SeatQuoteCheck.Changed.class);
        return ((SeatQuoteCheck.Changed) check).seatQuote();
    }

    private SeatQuoteCheck check(String id, SeatQuoteRequest request) {
        return db.transact(account, transaction -> {
            locks.lock(transaction, VIEWER).orElseThrow();
            return seatQuotes.check(transaction, VIEWER, id, request, Optional.empty());
        });
    }
}
