package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.REPRESENTATIVE;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Representative;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.SharedDb;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.tax.CheckedTaxId;
import dev.puesto.tax.TaxIdChecks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices changes of seats by what is in force, and tells whether a price that was seen still holds. */
@Component
public final class SeatQuotes {
    private final AccountDb db;
    private final SharedDb shared;
    private final Facts facts;
    private final TaxIdChecks taxIds;
    private final PaymentGateway gateway;
    private final SeatQuoteKeys keys;
    private final SeatQuoteSettings settings;
    private final Clock clock;

    SeatQuotes(
            AccountDb db,
            SharedDb shared,
            Facts facts,
            TaxIdChecks taxIds,
            PaymentGateway gateway,
            SeatQuoteKeys keys,
            SeatQuoteSettings settings,
            Clock clock) {
        this.db = db;
        this.shared = shared;
        this.facts = facts;
        this.taxIds = taxIds;
        this.gateway = gateway;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A seat quote of now, with its id.
     *
     * @return empty if there is no account that the viewer may use as the request's document needs
     * @throws dev.puesto.api.Refusal {@code NOT_FOUND} for a subscription or plan that is not there
     */
    public Optional<SeatQuote> quote(Viewer viewer, SeatQuoteRequest request) {
        return read(viewer, request)
                .map(quoting -> signed(quoting.asOf(quoting.facts().now(), settings.validity())));
    }

    /** The same at another instant, for looking only: it has no id. */
    public Optional<SeatQuote> quoteAt(Viewer viewer, SeatQuoteRequest request, Instant at) {
        return read(viewer, request).map(quoting -> quoting.asOf(at, settings.validity()));
    }

    /**
     * A seat quote of now in a transaction, as its account's lock leaves it.
     *
     * @param taxIdToAdd the request's number from {@link #check(SeatQuoteRequest, Account)}
     */
    public SeatQuote quote(
            AccountTransaction transaction,
            Viewer viewer,
            SeatQuoteRequest request,
            Optional<CheckedTaxId> taxIdToAdd) {
        var quoting = read(transaction.sql(), viewer, request, taxIdToAdd);
        return signed(quoting.asOf(quoting.facts().now(), settings.validity()));
    }

    /**
     * Tells, under the account's lock, whether a seat quote still holds, by computing it again as of its own instant.
     *
     * @param id what the buyer saw; any text that is no valid id counts as changed
     * @param request what is to be ordered
     * @param taxIdToAdd the request's number from {@link #check(SeatQuoteRequest, Account)}
     */
    public SeatQuoteCheck check(
            AccountTransaction transaction,
            Viewer viewer,
            String id,
            SeatQuoteRequest request,
            Optional<CheckedTaxId> taxIdToAdd) {
        var quoting = read(transaction.sql(), viewer, request, taxIdToAdd);
        var now = quoting.facts().now();
        var seen = SeatQuoteId.read(id, request.accountId(), keys.checking(clock.instant()));
        var same = seen.filter(stated -> !now.isBefore(stated.asOf()) && !now.isAfter(stated.validUntil()))
                .map(stated -> quoting.asOf(stated.asOf(), settings.validity()))
                .filter(again -> again.totals() != null && seen.get().states(again))
                .map(again -> again.signed(id));
        return same.<SeatQuoteCheck>map(SeatQuoteCheck.Holds::new)
                .orElseGet(() -> new SeatQuoteCheck.Changed(signed(quoting.asOf(now, settings.validity()))));
    }

    /** Checks the VAT number that a request brings; may ask a register, so call it outside of a transaction. */
    public Optional<CheckedTaxId> check(SeatQuoteRequest request, Account account) {
        return check(request.taxIdToAdd(), account.address().country());
    }

    private Optional<CheckedTaxId> check(@Nullable String typed, String country) {
        return Optional.ofNullable(typed).flatMap(number -> taxIds.check(number, country, clock.instant()));
    }

    private Optional<Quoting> read(Viewer viewer, SeatQuoteRequest request) {
        return facts.read(statement -> db.one(request.accountId(), statement), viewer, request)
                .map(found -> {
                    var releases = ReleasePlan.isNeeded(found, request)
                            ? db.transact(
                                    found.id(), transaction -> ReleasePlan.read(transaction.sql(), found, request))
                            : ReleasePlan.nothing(found);
                    var taxIdToAdd =
                            check(request.taxIdToAdd(), found.customer().country());
                    return quoting(request, found, releases, taxIdToAdd, shared.sql());
                });
    }

    private Quoting read(DSLContext sql, Viewer viewer, SeatQuoteRequest request, Optional<CheckedTaxId> taxIdToAdd) {
        var found =
                facts.read(statement -> statement.apply(sql), viewer, request).orElseThrow();
        var releases = ReleasePlan.isNeeded(found, request)
                ? ReleasePlan.read(sql, found, request)
                : ReleasePlan.nothing(found);
        return quoting(request, found, releases, taxIdToAdd, sql);
    }

    private Quoting quoting(
            SeatQuoteRequest request,
            AccountFacts found,
            ReleasePlan releases,
            Optional<CheckedTaxId> taxIdToAdd,
            DSLContext sql) {
        return new Quoting(
                request,
                found,
                releases,
                taxIdToAdd,
                gateway.minimumAmount(found.currency()),
                id -> representative(sql, id));
    }

    private SeatQuote signed(SeatQuote quote) {
        if (quote.totals() == null) {
            return quote;
        }
        var id = new SeatQuoteId(quote.asOf(), quote.validUntil(), SeatQuoteDigest.of(quote));
        return quote.signed(id.sign(quote.accountId(), keys.signing(clock.instant())));
    }

    private static Representative representative(DSLContext sql, RepresentativeId id) {
        return sql.select(REPRESENTATIVE.ID, REPRESENTATIVE.NAME, REPRESENTATIVE.EMAIL, REPRESENTATIVE.PHONE)
                .from(REPRESENTATIVE)
                .where(REPRESENTATIVE.ID.eq(id))
                .fetchSingle(Records.mapping(Representative::new));
    }
}
