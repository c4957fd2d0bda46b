package dev.puesto.tax;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.puesto.jooq.Tables.EXCHANGE_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.puesto.PuestoTest;
import dev.puesto.jooq.JobDb;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the job keeps of what the European Central Bank publishes, and of what it never would. */
@PuestoTest
@Isolated("changes the tax rates in memory")
class ExchangeRatesTests {

    private static final String PATH = "/stats/eurofxref/eurofxref-daily.xml";
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final LocalDate ANOTHER_DAY = LocalDate.parse("2026-11-26");
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @RegisterExtension
    static WireMockExtension bank = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Autowired
    JobDb db;

    @Autowired
    TaxReference reference;

    EcbExchangeRates source;

    @BeforeEach
    void aReaderWithLittlePatience() {
        var settings = new ExchangeRateSettings(
                URI.create(bank.baseUrl() + PATH), Duration.ofHours(6), Duration.ofMillis(1500));
        source = new EcbExchangeRates(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void keepsWhatIsPublishedOnceAndPricesWithItFromThenOn() {
        answer(okXml(day(DAY, cube("USD", "1.1566") + cube("JPY", "178.93") + cube("IDR", "19284.17"))));
        long before = reference.policy().rates().version();

        assertThat(ExchangeRates.read(source, db)).isEqualTo(3);

        TaxRates rates = reference.policy().rates();
        assertThat(rates.version()).isGreaterThan(before);
        var dollar = rates.exchangeRate("USD", DAY.plusDays(2)).orElseThrow();
        assertThat(dollar.validOn()).isEqualTo(DAY);
        assertThat(dollar.unitsPerEuro()).isEqualByComparingTo(new BigDecimal("1.1566"));
        assertThat(dollar.source()).isEqualTo("European Central Bank");

        answer(okXml(day(DAY, cube("USD", "9.99"))));
        assertThat(ExchangeRates.read(source, db)).isZero();
        assertThat(reference.policy().rates()).isSameAs(rates);
    }

    static Stream<Named<ResponseDefinitionBuilder>> noAnswers() {
        String rate = day(ANOTHER_DAY, cube("USD", "1.1566"));
        return Stream.of(
                Named.of("a page", okXml("<html><body>Moved</body></html>")),
                Named.of("nothing", okXml("")),
                Named.of("an answer cut short", okXml(rate.substring(0, rate.length() - 20))),
                Named.of("a number that is none", okXml(day(ANOTHER_DAY, cube("USD", "1.1566") + cube("GBP", "N/A")))),
                Named.of("a number that fills the memory", okXml(day(ANOTHER_DAY, cube("USD", "1e999999999")))),
                Named.of("a currency worth nothing", okXml(day(ANOTHER_DAY, cube("USD", "0.0000")))),
                Named.of("a negative rate", okXml(day(ANOTHER_DAY, cube("USD", "-1.1566")))),
                Named.of("no currency", okXml(day(ANOTHER_DAY, cube("Dollar", "1.1566")))),
                Named.of("no date", okXml(rate.replace("2026-11-26", "yesterday"))),
                Named.of("rates of tomorrow", okXml(day(LocalDate.parse("2026-12-01"), cube("USD", "1.1566")))),
                Named.of("entities", okXml(rate.replace("<gesmes:Envelope", """
                        <!DOCTYPE x [<!ENTITY a "1.1566"><!ENTITY b SYSTEM "file:///etc/hostname">]>
                        <gesmes:Envelope""").replace("'1.1566'", "'&a;&b;'"))),
                Named.of("a server error", okXml(rate).withStatus(500)),
                Named.of("too long an answer", okXml(rate + " ".repeat(2_000_000))),
                Named.of("a slow answer", okXml(rate).withFixedDelay(8_000)),
                Named.of("a dribbled answer", okXml(rate).withChunkedDribbleDelay(10, 10_000)),
                Named.of("a redirect", temporaryRedirect("/elsewhere")),
                Named.of("a broken connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void keepsNothingOfAnAnswerThatIsNoListOfRates(ResponseDefinitionBuilder response) {
        answer(response);
        bank.stubFor(get("/elsewhere").willReturn(okXml(day(ANOTHER_DAY, cube("USD", "1.1566")))));
        long before = reference.policy().rates().version();
        long start = System.nanoTime();

        assertThat(ExchangeRates.read(source, db)).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(db.sql().fetchCount(EXCHANGE_RATE, EXCHANGE_RATE.VALID_ON.eq(ANOTHER_DAY)))
                .isZero();
        assertThat(reference.policy().rates().version()).isEqualTo(before);
        bank.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        bank.stubFor(get(PATH).willReturn(response));
    }

    private static String day(LocalDate day, String cubes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
                xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                  <gesmes:subject>Reference rates</gesmes:subject>
                  <Cube><Cube time='%s'>%s</Cube></Cube>
                </gesmes:Envelope>""".formatted(day, cubes);
    }

    private static String cube(String currency, String rate) {
        return "<Cube currency='" + currency + "' rate='" + rate + "'/>";
    }
}
