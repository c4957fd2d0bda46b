package dev.puesto.seatquote;

import dev.puesto.api.MoneyView;
import dev.puesto.api.UserError;
import dev.puesto.catalog.CatalogView;
import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.TierShare;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.money.Amounts;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxReason;
import dev.puesto.tax.TaxTreatment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A seat quote in one language, as the types of the API show it. */
public final class SeatQuoteView {
    private final SeatQuote quote;
    private final List<Change> changes;
    private final List<Line> lines;
    private final Tax tax;
    private final Supplier<String> summary;

    SeatQuoteView(SeatQuote quote, CatalogView catalog, SeatQuoteWords words, Locale locale) {
        this.quote = quote;
        this.changes = quote.changes().stream()
                .map(change -> change(quote, change, catalog, words, locale))
                .toList();
        this.lines = changes.stream().flatMap(change -> change.lines().stream()).toList();
        this.tax = new Tax(
                TaxGroupView.of(quote.tax().group()), quote.tax().reason(), () -> words.tax(quote.tax(), locale));
        this.summary = () -> words.summary(quote, locale);
    }

    /** The seat quote itself. */
    public SeatQuote quote() {
        return quote;
    }

    public @Nullable String id() {
        return quote.id();
    }

    public Instant asOf() {
        return quote.asOf();
    }

    public Instant validUntil() {
        return quote.validUntil();
    }

    public List<Change> changes() {
        return changes;
    }

    public List<Line> lines() {
        return lines;
    }

    public Tax tax() {
        return tax;
    }

    public @Nullable TotalsView totals() {
        return quote.totals() == null ? null : TotalsView.of(quote.accountId(), quote.totals());
    }

    public @Nullable MoneyView amountDue() {
        return quote.totals() == null ? null : MoneyView.of(quote.totals().amountDue());
    }

    public String summary() {
        return summary.get();
    }

    public List<UserError> obstacles() {
        return quote.obstacles();
    }

    private static Change change(
            SeatQuote quote, QuotedChange change, CatalogView catalog, SeatQuoteWords words, Locale locale) {
        var priced = Optional.ofNullable(change.priced());
        return new Change(
                Optional.ofNullable(change.request().subscriptionId())
                        .map(id -> GlobalId.of("Subscription", quote.accountId(), id))
                        .orElse(null),
                catalog.product(change.product().id()),
                catalog.plan(change.plan().id()),
                priced.flatMap(PricedChange::planBefore)
                        .map(plan -> catalog.plan(plan.id()))
                        .orElse(null),
                change.subscription() == null ? 0 : change.subscription().seatsOwned(),
                change.request().seats(),
                priced.map(PricedChange::kind).orElse(null),
                priced.map(PricedChange::effective).orElse(null),
                priced.flatMap(PricedChange::periodBefore).map(PeriodView::of).orElse(null),
                priced.flatMap(PricedChange::after)
                        .map(dates -> PeriodView.of(dates.period()))
                        .orElse(null),
                priced.flatMap(PricedChange::nextBillingAt).orElse(null),
                priced.filter(PricedChange::trial).isPresent(),
                priced.filter(PricedChange::unschedules).isPresent(),
                priced.filter(PricedChange::newPriceVersion).isPresent(),
                priced.flatMap(PricedChange::renewal).map(MoneyView::of).orElse(null),
                change.released().size(),
                change.released().stream()
                        .limit(SeatsStillAssigned.NAMED_MAX)
                        .map(user -> SeatedUserView.of(quote.accountId(), user))
                        .toList(),
                priced.map(PricedChange::lines).orElse(List.of()).stream()
                        .map(line -> line(
                                quote.accountId(),
                                line,
                                () -> words.explanation(line, change.product().seatNoun(), quote.zone(), locale)))
                        .toList());
    }

    private static Line line(AccountId account, PricedLine line, Supplier<String> explanation) {
        return new Line(
                line.kind(),
                line.seats(),
                line.start(),
                line.end(),
                PeriodView.of(line.period()),
                GlobalId.of("Price", line.price().id()).toString(),
                line.price().model(),
                line.list().tiers().stream().map(TierShareView::of).toList(),
                MoneyView.of(line.list().fixedFee()),
                MoneyView.of(line.list().total()),
                line.discounts().stream()
                        .map(discount -> DiscountView.of(discount, line))
                        .toList(),
                MoneyView.of(Amounts.ofMinor(
                        line.price().currency(), line.fullPrice().rounded())),
                line.share().grain(),
                line.share().units(),
                line.share().total(),
                line.share().ratio().toString(),
                line.exact().toString(),
                MoneyView.of(line.rounded()),
                MoneyView.of(line.amount()),
                line.capped(),
                line.taxInclusive(),
                TaxGroupView.of(line.taxGroup()),
                MoneyView.of(line.net()),
                MoneyView.of(line.tax()),
                MoneyView.of(line.gross()),
                line.corrects()
                        .flatMap(LiveLine::invoice)
                        .map(invoice -> GlobalId.of("Invoice", account, invoice.documentId()))
                        .orElse(null),
                explanation);
    }

    /** What a change does. */
    public record Change(
            @Nullable GlobalId subscriptionId,
            CatalogView.@Nullable Product product,
            CatalogView.@Nullable Plan plan,
            CatalogView.@Nullable Plan planBefore,
            long seatsBefore,
            long seats,
            @Nullable ChangeKind kind,
            @Nullable Effective effective,
            @Nullable PeriodView periodBefore,
            @Nullable PeriodView period,
            @Nullable Instant nextBillingDate,
            boolean trial,
            boolean dropsScheduledChange,
            boolean newPriceVersion,
            @Nullable MoneyView renewal,
            long releasedCount,
            List<SeatedUserView> released,
            List<Line> lines) {}

    /** A line with all that it takes to compute it again. */
    public record Line(
            LineKind kind,
            long seats,
            Instant start,
            Instant end,
            PeriodView period,
            String priceId,
            PricingModel model,
            List<TierShareView> tiers,
            MoneyView fixedFee,
            MoneyView listPrice,
            List<DiscountView> discounts,
            MoneyView fullPrice,
            Grain grain,
            long units,
            long totalUnits,
            String ratio,
            String exactMinorUnits,
            MoneyView rounded,
            MoneyView amount,
            boolean capped,
            boolean taxInclusive,
            TaxGroupView taxGroup,
            MoneyView net,
            MoneyView tax,
            MoneyView gross,
            @Nullable GlobalId correctsInvoiceId,
            Supplier<String> words) {

        /** Where its amount comes from, in words. */
        public String explanation() {
            return words.get();
        }
    }

    /** A half-open period. */
    public record PeriodView(Instant start, Instant end, String timeZone) {

        static PeriodView of(Period period) {
            return new PeriodView(period.start(), period.end(), period.zone().getId());
        }
    }

    /** What a tier adds. */
    public record TierShareView(
            long firstSeat, @Nullable Long lastSeat, MoneyView unitPrice, long seats, MoneyView amount) {

        static TierShareView of(TierShare share) {
            var last = share.tier().lastSeat();
            return new TierShareView(
                    share.tier().firstSeat(),
                    last.isPresent() ? (Long) last.getAsLong() : null,
                    MoneyView.of(share.tier().unitPrice()),
                    share.seats(),
                    MoneyView.of(share.amount()));
        }
    }

    /** A discount as a line has it. */
    public record DiscountView(
            @Nullable Integer basisPoints, @Nullable MoneyView amount, long units, long totalUnits) {

        static DiscountView of(AppliedDiscount applied, PricedLine line) {
            var discount = applied.discount();
            var isPercentage = discount.basisPoints() > 0;
            return new DiscountView(
                    isPercentage ? discount.basisPoints() : null,
                    isPercentage
                            ? null
                            : MoneyView.of(Amounts.ofMinor(line.price().currency(), discount.amountMinor())),
                    applied.share().units(),
                    applied.share().total());
        }
    }

    /** What is rounded together. */
    public record TaxGroupView(String country, TaxTreatment treatment, int rateBasisPoints) {

        static TaxGroupView of(TaxGroup group) {
            return new TaxGroupView(group.country(), group.treatment(), group.rateBasisPoints());
        }
    }

    /** How what is charged now is taxed, and why. */
    public record Tax(TaxGroupView group, TaxReason reason, Supplier<String> words) {

        /** The reason in words. */
        public String explanation() {
            return words.get();
        }
    }
}
