package dev.puesto.catalog;

import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRICE_TIER;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;
import static java.util.stream.Collectors.groupingBy;

import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.jooq.SharedDb;
import dev.puesto.jooq.tables.records.PlanRecord;
import dev.puesto.jooq.tables.records.PriceRecord;
import dev.puesto.jooq.tables.records.PriceTierRecord;
import dev.puesto.jooq.tables.records.ProductRecord;
import dev.puesto.money.Amounts;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The catalog in memory. A request that decides about money reads {@link #VERSION} in its own statement and asks for the
 * catalog of that version; one that only shows the catalog may see it a second late.
 */
@Component
public final class CatalogReference {

    /** The version of the catalog now in force, to be selected beside whatever a request reads. */
    public static final Field<Long> VERSION = DSL.field(DSL.select(REFERENCE_VERSION.VERSION)
                    .from(REFERENCE_VERSION)
                    .where(REFERENCE_VERSION.NAME.eq(DSL.inline("catalog"))))
            .as("catalog_version");

    private static final Logger LOG = LoggerFactory.getLogger(CatalogReference.class);
    private static final Duration LATE_AT_MOST = Duration.ofSeconds(1);

    private final SharedDb db;
    private final Clock clock;
    private volatile @Nullable Catalog catalog;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Shown shown;

    CatalogReference(SharedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The catalog at least as new as that version. */
    public Catalog catalog(long version) {
        var known = catalog;
        return known != null && known.version() >= version ? known : load(version);
    }

    /** The catalog now in force, with a question to the database. */
    public Catalog catalog() {
        return catalog(db.sql().select(VERSION).fetchSingle(VERSION));
    }

    /** The catalog as the API shows it in a language, at most a second late. */
    public CatalogView view(Locale locale) {
        return shown().views().in(locale);
    }

    /** The same, but never so late that it does not know that plan. */
    public CatalogView view(Locale locale, PlanId plan) {
        var view = view(locale);
        if (view.plan(plan) != null) {
            return view;
        }
        shown = null;
        return view(locale);
    }

    /** The product of that code, at most a second late, but never so late that it is not known. */
    public Optional<Product> product(String code) {
        return shown().catalog().product(code).or(() -> catalog().product(code));
    }

    /** Made anew by whoever first finds it too old; the others go on with the old one meanwhile. */
    private Shown shown() {
        var known = shown;
        var now = clock.instant();
        if (known != null && now.isBefore(known.until()) && !now.isBefore(known.since())) {
            return known;
        }
        if (known == null) {
            renewing.lock();
        } else if (!renewing.tryLock()) {
            return known;
        }
        try {
            var inForce = catalog();
            var made = new Shown(now, now.plus(LATE_AT_MOST), inForce, CatalogView.of(inForce, now));
            shown = made;
            return made;
        } finally {
            renewing.unlock();
        }
    }

    /** Read once, whoever waits for it; what is shown is made anew with the next question. */
    private synchronized Catalog load(long version) {
        var known = catalog;
        if (known != null && known.version() >= version) {
            return known;
        }
        var loaded = read(db.sql());
        catalog = loaded;
        shown = null;
        return loaded;
    }

    /** The version is read first: what changes in between is loaded again by the next request. */
    private static Catalog read(DSLContext sql) {
        long version = sql.select(VERSION).fetchSingle(VERSION);
        Map<PriceId, List<PriceTierRecord>> tiers =
                sql.selectFrom(PRICE_TIER).orderBy(PRICE_TIER.PRICE_ID, PRICE_TIER.FIRST_SEAT).stream()
                        .collect(groupingBy(PriceTierRecord::getPriceId));
        return new Catalog(
                version,
                sql.selectFrom(PRODUCT).fetch(CatalogReference::product),
                sql.selectFrom(PLAN).fetch(CatalogReference::plan),
                sql.selectFrom(PRICE).stream()
                        .map(row -> price(row, tiers.getOrDefault(row.getId(), List.of())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Product product(ProductRecord row) {
        return new Product(
                row.getId(),
                row.getCode(),
                row.getName(),
                new LocalizedText(row.getDescriptionEn(), row.getDescriptionEs()),
                new SeatNoun(
                        new LocalizedText(row.getSeatOneEn(), row.getSeatOneEs()),
                        new LocalizedText(row.getSeatOtherEn(), row.getSeatOtherEs())),
                row.getStatus().equals("ACTIVE"));
    }

    private static Plan plan(PlanRecord row) {
        return new Plan(
                row.getId(),
                row.getProductId(),
                row.getCode(),
                new LocalizedText(row.getNameEn(), row.getNameEs()),
                BillingInterval.valueOf(row.getBillingInterval()),
                new PlanPolicy(
                        AnchorPolicy.valueOf(row.getAnchorPolicy()),
                        Grain.valueOf(row.getGrain()),
                        DecreasePolicy.valueOf(row.getDecreasePolicy())),
                row.getTrialDays(),
                row.getMinimumSeats(),
                row.getMaximumSeats(),
                row.getStatus().equals("ACTIVE"));
    }

    /** Empty for a price whose first seats would cost nothing but the fee: a plan is rather not on offer than given away. */
    static Optional<Price> price(PriceRecord row, List<PriceTierRecord> tiers) {
        if (tiers.isEmpty() || tiers.getFirst().getFirstSeat() != 1) {
            LOG.error(
                    "Price {} is left out: it has no tier from seat 1 on",
                    row.getId().value());
            return Optional.empty();
        }
        var currency = CurrencyUnit.of(row.getCurrency());
        return Optional.of(new Price(
                row.getId(),
                row.getPlanId(),
                currency,
                PricingModel.valueOf(row.getModel()),
                Amounts.ofMinor(currency, row.getFixedFeeMinor()),
                row.getTaxInclusive(),
                row.getNewFrom(),
                Optional.ofNullable(row.getExistingFrom()),
                tiers(tiers, currency)));
    }

    /** A tier ends where the next begins. */
    private static List<Tier> tiers(List<PriceTierRecord> rows, CurrencyUnit currency) {
        var tiers = new ArrayList<Tier>();
        for (var i = 0; i < rows.size(); i++) {
            var last = i + 1 < rows.size() ? OptionalLong.of(rows.get(i + 1).getFirstSeat() - 1) : OptionalLong.empty();
            var unitPrice = Amounts.ofMinor(currency, rows.get(i).getUnitAmountMinor());
            tiers.add(new Tier(rows.get(i).getFirstSeat(), last, unitPrice));
        }
        return List.copyOf(tiers);
    }

    private record Shown(Instant since, Instant until, Catalog catalog, CatalogView.InEachLanguage views) {}
}
