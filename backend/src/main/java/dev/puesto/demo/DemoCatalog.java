package dev.puesto.demo;

import static dev.puesto.jooq.Tables.EXCHANGE_RATE;
import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRICE_TIER;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;

import dev.puesto.demo.CatalogFile.DemoPlan;
import dev.puesto.demo.CatalogFile.DemoPrice;
import dev.puesto.demo.CatalogFile.DemoProduct;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.jooq.tables.records.ExchangeRateRecord;
import dev.puesto.jooq.tables.records.PlanRecord;
import dev.puesto.jooq.tables.records.PriceRecord;
import dev.puesto.jooq.tables.records.PriceTierRecord;
import dev.puesto.jooq.tables.records.ProductRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Products with their plans and prices, on offer since two years before the load, and what currencies are worth since then. */
final class DemoCatalog {

    static final int DAYS_ON_OFFER = 730;

    private static final String SOURCE = "Demo";

    private final CatalogFile file = DemoFile.read("catalog.json", CatalogFile.class);
    private final List<PlanRecord> plans = new ArrayList<>();
    private final List<PriceRecord> prices = new ArrayList<>();
    private final List<PriceTierRecord> tiers = new ArrayList<>();
    private final Instant since;

    DemoCatalog(DemoDay day) {
        this.since = day.loadedAt().minus(Duration.ofDays(DAYS_ON_OFFER));
    }

    /** Inserts the catalog. */
    void load(DSLContext sql) {
        DemoRows.add(sql, PRODUCT, file.products().stream().map(this::product).toList());
        DemoRows.add(sql, PLAN, plans);
        DemoRows.add(sql, PRICE, prices);
        DemoRows.add(sql, PRICE_TIER, tiers);
        DemoRows.add(sql, EXCHANGE_RATE, exchangeRates());
        sql.update(REFERENCE_VERSION)
                .set(REFERENCE_VERSION.VERSION, REFERENCE_VERSION.VERSION.plus(1))
                .where(REFERENCE_VERSION.NAME.in("catalog", "tax"))
                .execute();
    }

    private List<ExchangeRateRecord> exchangeRates() {
        LocalDate on = LocalDate.ofInstant(since, ZoneOffset.UTC);
        return file.unitsPerEuro().entrySet().stream()
                .map(rate -> new ExchangeRateRecord(rate.getKey(), on, rate.getValue(), SOURCE))
                .toList();
    }

    /** The id of the demo's product of that code. */
    static ProductId product(String code) {
        return new ProductId(DemoIds.of("product", code));
    }

    /** The id of the demo's plan of that code. */
    static PlanId plan(String code) {
        return new PlanId(DemoIds.of("plan", code));
    }

    private ProductRecord product(DemoProduct product) {
        product.plans().forEach(plan -> addPlan(product, plan));
        return new ProductRecord()
                .with(PRODUCT.ID, product(product.code()))
                .with(PRODUCT.CODE, product.code())
                .with(PRODUCT.NAME, product.name())
                .with(PRODUCT.DESCRIPTION_EN, product.descriptionEn())
                .with(PRODUCT.DESCRIPTION_ES, product.descriptionEs())
                .with(PRODUCT.SEAT_ONE_EN, product.seatEn().one())
                .with(PRODUCT.SEAT_OTHER_EN, product.seatEn().other())
                .with(PRODUCT.SEAT_ONE_ES, product.seatEs().one())
                .with(PRODUCT.SEAT_OTHER_ES, product.seatEs().other())
                .with(PRODUCT.STATUS, "ACTIVE")
                .with(PRODUCT.CREATED_AT, since);
    }

    private void addPlan(DemoProduct product, DemoPlan plan) {
        plans.add(new PlanRecord()
                .with(PLAN.ID, plan(plan.code()))
                .with(PLAN.PRODUCT_ID, product(product.code()))
                .with(PLAN.CODE, plan.code())
                .with(PLAN.NAME_EN, plan.nameEn())
                .with(PLAN.NAME_ES, plan.nameEs())
                .with(PLAN.BILLING_INTERVAL, plan.interval())
                .with(PLAN.ANCHOR_POLICY, plan.anchor())
                .with(PLAN.GRAIN, plan.grain())
                .with(PLAN.DECREASE_POLICY, plan.decrease())
                .with(PLAN.TRIAL_DAYS, plan.trialDays())
                .with(PLAN.MINIMUM_SEATS, plan.minimumSeats())
                .with(PLAN.MAXIMUM_SEATS, plan.maximumSeats())
                .with(PLAN.STATUS, "ACTIVE")
                .with(PLAN.CREATED_AT, since));
        plan.prices().forEach((currency, price) -> addPrice(plan, currency, price));
    }

    private void addPrice(DemoPlan plan, String currency, DemoPrice price) {
        PriceId id = new PriceId(DemoIds.of("price", plan.code() + "/" + currency));
        prices.add(new PriceRecord()
                .with(PRICE.ID, id)
                .with(PRICE.PLAN_ID, plan(plan.code()))
                .with(PRICE.CURRENCY, currency)
                .with(PRICE.MODEL, plan.model())
                .with(PRICE.FIXED_FEE_MINOR, price.fixedFee())
                .with(PRICE.TAX_INCLUSIVE, false)
                .with(PRICE.NEW_FROM, since)
                .with(PRICE.EXISTING_FROM, since)
                .with(PRICE.CREATED_AT, since));
        price.tiers()
                .forEach((firstSeat, amount) -> tiers.add(new PriceTierRecord()
                        .with(PRICE_TIER.PRICE_ID, id)
                        .with(PRICE_TIER.FIRST_SEAT, firstSeat)
                        .with(PRICE_TIER.UNIT_AMOUNT_MINOR, amount)));
    }
}
