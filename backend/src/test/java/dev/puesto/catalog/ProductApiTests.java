package dev.puesto.catalog;

import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRICE_TIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PriceId;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class ProductApiTests {
    private static final String PRODUCT = "query($code: String!) { product(code: $code) { id code name description"
            + " seatNoun { one other } active plans { id code name interval policy { anchor grain decrease } trialDays"
            + " minimumSeats maximumSeats prices { currency model taxInclusive fixedFee { amount }"
            + " tiers { firstSeat lastSeat unitPrice { amount minorUnits currency } } } } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    CatalogReference catalog;

    @Autowired
    JobDb db;

    @Test
    void previewsThePriceOfSeats() {
        TestSubscriptions.Offer offer = subscriptions.offer();
        String preview = "query($plan: ID!, $currency: CurrencyCode!, $seats: SeatCount!) { pricePreview(planId: $plan,"
                + " currency: $currency, seats: $seats) { seats total { amount } fixedFee { amount } price { model }"
                + " tiers { firstSeat seats unitPrice { amount } amount { amount } } } }";
        String plan = GlobalId.of("Plan", offer.plan()).toString();
        TestApi.Client client = api.client();
        TestApi.Answer answer = client.ask(preview, Map.of("plan", plan, "currency", "EUR", "seats", 12));
        assertThat(answer.text("data.pricePreview.total.amount")).isEqualTo("120.00");
        assertThat(answer.number("data.pricePreview.tiers.0.seats")).isEqualTo(12);
        assertThat(answer.text("data.pricePreview.tiers.0.amount.amount")).isEqualTo("120.00");
        TestApi.Answer none = client.ask(preview, Map.of("plan", plan, "currency", "JPY", "seats", 12));
        assertThat(none.at("data.pricePreview").isNull()).isTrue();
        assertThat(client.post(preview, Map.of("plan", plan, "currency", "EUR", "seats", -1))
                        .errorCodes())
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void showsAProductInTheCallersLanguage() {
        var offer = subscriptions.offer();
        catalog.catalog();
        var client = api.client(Scope.CATALOG_READ);
        var english = client.ask(PRODUCT, Map.of("code", offer.productCode()));
        var spanish = client.inSpanish().ask(PRODUCT, Map.of("code", offer.productCode()));
        assertThat(english.text("data.product.seatNoun.other")).isEqualTo("agents");
        assertThat(spanish.text("data.product.seatNoun.other")).isEqualTo("agentes");
        assertThat(english.text("data.product.plans.0.name")).isEqualTo("Monthly");
        assertThat(spanish.text("data.product.description")).isEqualTo("Ayuda");
        assertThat(english.text("data.product.plans.0.policy.anchor")).isEqualTo("MOVE");
        assertThat(english.text("data.product.plans.0.prices.0.tiers.0.unitPrice.amount"))
                .isEqualTo("10.00");
        assertThat(english.at("data.product.plans.0.prices.0.tiers.0.lastSeat").isNull())
                .isTrue();
    }

    @Test
    void pagesThroughAllProductsInBothDirections() {
        for (var i = 0; i < 3; i++) {
            subscriptions.offer();
        }
        catalog.catalog();
        var client = api.client(Scope.CATALOG_READ);
        var forward = codes(client, "first", "after", "hasNextPage", "endCursor");
        var backward = codes(client, "last", "before", "hasPreviousPage", "startCursor");
        assertThat(forward).hasSizeGreaterThanOrEqualTo(3).isSorted();
        assertThat(backward).containsExactlyInAnyOrderElementsOf(forward);
    }

    @Test
    void answersAnUnknownCodeWithNothing() {
        var answer = api.client(Scope.CATALOG_READ).ask(PRODUCT, Map.of("code", "no-such"));
        assertThat(answer.at("data.product").isNull()).isTrue();
    }

    @Test
    void refusesATokenWithoutTheScopeOfTheCatalog() {
        var answer = api.client(Scope.SIGNIN_CHECK).post(PRODUCT, Map.of("code", "any"));
        assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
    }

    @Test
    void loadsProductsAndPlansByTheirId() {
        var offer = subscriptions.offer();
        catalog.catalog();
        var ids = List.of(
                GlobalId.of("Product", offer.product()).toString(),
                GlobalId.of("Plan", offer.plan()).toString());
        var answer = api.client(Scope.CATALOG_READ)
                .ask(
                        "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Product { code } ... on Plan { interval } } }",
                        Map.of("ids", ids));
        assertThat(answer.text("data.nodes.0.code")).isEqualTo(offer.productCode());
        assertThat(answer.text("data.nodes.1.interval")).isEqualTo("MONTH");
    }

    @Test
    void seesAnotherVersionOfThePriceOnceTheReferenceVersionRises() {
        var offer = subscriptions.offer();
        var before = catalog.catalog();
        var dearer = new PriceId(UUID.randomUUID());
        db.sql()
                .insertInto(PRICE)
                .set(PRICE.ID, dearer)
                .set(PRICE.PLAN_ID, offer.plan())
                .set(PRICE.CURRENCY, "EUR")
                .set(PRICE.MODEL, "PER_SEAT")
                .set(PRICE.FIXED_FEE_MINOR, 0L)
                .set(PRICE.TAX_INCLUSIVE, false)
                .set(PRICE.NEW_FROM, Instant.parse("2021-01-01T00:00:00Z"))
                .set(PRICE.CREATED_AT, Instant.now())
                .execute();
        db.sql()
                .insertInto(PRICE_TIER)
                .set(PRICE_TIER.PRICE_ID, dearer)
                .set(PRICE_TIER.FIRST_SEAT, 1L)
                .set(PRICE_TIER.UNIT_AMOUNT_MINOR, 2_000L)
                .execute();
        subscriptions.offer();
        var after = catalog.catalog();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.prices(offer.plan(), CurrencyUnit.EUR).forNew(Instant.now()))
                .map(Price::id)
                .contains(dearer);
    }

    private static List<String> codes(TestApi.Client client, String size, String cursor, String more, String next) {
        var codes = new ArrayList<String>();
        var variables = new HashMap<String, Object>();
        Answer page;
        do {
            page = client.ask(
                    "query($cursor: String) { products(" + size + ": 2, " + cursor + ": $cursor) { totalCount"
                            + " nodes { code } edges { cursor } pageInfo { " + more + " " + next + " } } }",
                    variables);
            page.at("data.products.nodes")
                    .forEach(node -> codes.add(node.get("code").asString()));
            variables.put("cursor", page.text("data.products.pageInfo." + next));
        } while (page.at("data.products.pageInfo." + more).asBoolean());
        assertThat(page.number("data.products.totalCount")).isGreaterThanOrEqualTo(3);
        return codes;
    }
}
