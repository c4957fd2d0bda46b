package dev.puesto.tax;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.puesto.tax.TaxIdChecker.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViesTaxIdCheckerTests {

    private static final TaxIdNumber GREEK = new TaxIdNumber("GR", "EL500000004");
    private static final String PATH = "/vies/check-vat-number";

    @RegisterExtension
    static WireMockExtension vies = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    ViesTaxIdChecker checker;

    @BeforeEach
    void aCheckerWithLittlePatience() {
        var url = URI.create(vies.baseUrl() + "/vies/");
        checker = new ViesTaxIdChecker(
                new TaxCheckSettings(TaxCheckSettings.Checker.VIES, url, "ESB50000009", Duration.ofMillis(1500)));
    }

    @AfterEach
    void close() {
        checker.close();
    }

    @Test
    void asksWithPrefixAndNumberAndTheSellersOwn() {
        answer(okJson("{\"valid\": true, \"requestIdentifier\": \"WAPI-1\"}"));
        assertThat(checker.check(GREEK)).isEqualTo(new Answer(TaxIdState.VALID, "WAPI-1"));
        vies.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$.countryCode", equalTo("EL")))
                .withRequestBody(matchingJsonPath("$.vatNumber", equalTo("500000004")))
                .withRequestBody(matchingJsonPath("$.requesterMemberStateCode", equalTo("ES")))
                .withRequestBody(matchingJsonPath("$.requesterNumber", equalTo("B50000009"))));
    }

    @Test
    void saysInvalidWhereTheRegisterSaysNo() {
        answer(okJson("{\"valid\": false, \"requestIdentifier\": \"\", \"userError\": \"INVALID\"}"));
        assertThat(checker.check(GREEK)).isEqualTo(new Answer(TaxIdState.INVALID, null));
    }

    static Stream<Named<ResponseDefinitionBuilder>> noAnswers() {
        return Stream.of(
                Named.of("a register that is down", okJson("{\"valid\": false, \"userError\": \"MS_UNAVAILABLE\"}")),
                Named.of(
                        "a refusal",
                        okJson("{\"actionSucceed\": false, \"errorWrappers\": [{\"error\": \"X\"}], \"valid\": true}")),
                Named.of("no yes or no", okJson("{\"valid\": \"perhaps\"}")),
                Named.of("no JSON", okJson("<html>hello</html>")),
                Named.of("nothing", okJson("")),
                Named.of("a server error", okJson("{\"valid\": true}").withStatus(500)),
                Named.of("too long an answer", okJson("{\"valid\": true, \"name\": \"" + "x".repeat(100_000) + "\"}")),
                Named.of("a slow answer", okJson("{\"valid\": true}").withFixedDelay(8_000)),
                Named.of("a dribbled answer", okJson("{\"valid\": true}").withChunkedDribbleDelay(10, 10_000)),
                Named.of("a broken connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void leavesUnverifiedWhatIsNotAClearAnswer(ResponseDefinitionBuilder response) {
        answer(response);
        long start = System.nanoTime();
        assertThat(checker.check(GREEK)).isEqualTo(Answer.UNVERIFIED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void followsNoRedirect() {
        vies.stubFor(post(PATH).willReturn(temporaryRedirect("/elsewhere")));
        vies.stubFor(post("/elsewhere").willReturn(okJson("{\"valid\": true}")));
        assertThat(checker.check(GREEK)).isEqualTo(Answer.UNVERIFIED);
        vies.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void doesNotAskAboutBritishNumbers() {
        assertThat(checker.check(new TaxIdNumber("GB", "XI500000002"))).isEqualTo(Answer.UNVERIFIED);
        vies.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        vies.stubFor(post(PATH).willReturn(response));
    }
}
