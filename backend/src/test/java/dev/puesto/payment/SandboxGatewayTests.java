package dev.puesto.payment;

import static dev.puesto.jooq.Tables.SANDBOX_CHARGE;
import static dev.puesto.jooq.Tables.SANDBOX_GATEWAY_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.JobDb;
import dev.puesto.payment.PaymentAnswer.ActionRequired;
import dev.puesto.payment.PaymentAnswer.Canceled;
import dev.puesto.payment.PaymentAnswer.Declined;
import dev.puesto.payment.PaymentAnswer.NotFound;
import dev.puesto.payment.PaymentAnswer.Pending;
import dev.puesto.payment.PaymentAnswer.Succeeded;
import dev.puesto.payment.PaymentAnswer.Unknown;
import dev.puesto.payment.PaymentGateway.Charge;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@PuestoTest
class SandboxGatewayTests {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    SandboxCharges charges;

    @Autowired
    JobDb db;

    @Autowired
    TestApi api;

    final BlockingQueue<PaymentId> notices = new LinkedBlockingQueue<>();
    final PaymentId payment = new PaymentId(UUID.randomUUID());
    SandboxNotices sender;

    @BeforeEach
    void someoneWhoHearsNotices() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("listener", (PaymentNoticeListener) (account, changed) -> notices.add(changed));
        sender = new SandboxNotices(beans.getBeanProvider(PaymentNoticeListener.class));
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void collectsOnceHoweverOftenItIsAsked() throws Exception {
        var gateway = gateway(NOW);
        Callable<PaymentAnswer> charging = () -> gateway.charge(charge("sandbox_success", 1_000), LIMIT);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> charging).limit(20).toList())) {
                assertThat(answer.get()).isEqualTo(new Succeeded());
            }
        }
        assertThat(effects("CHARGE")).isOne();
        assertThat(gateway.find(payment, LIMIT)).isEqualTo(new Succeeded());
    }

    @Test
    void refusesAPaymentIdWithAnotherAmount() {
        gateway(NOW).charge(charge("sandbox_success", 1_000), LIMIT);
        assertThat(gateway(NOW).charge(charge("sandbox_success", 1_001), LIMIT))
                .isEqualTo(new Declined("payment_id_reused"));
        assertThat(collectedMinor()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_funds", "expired_card", "stolen_card", "do_not_honor"})
    void declinesByItsReason(String reason) {
        assertThat(gateway(NOW).charge(charge("sandbox_" + reason, 1_000), LIMIT))
                .isEqualTo(new Declined(reason));
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Declined(reason));
    }

    @Test
    void knowsNothingOfAPaymentThatNeverArrived() {
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new NotFound());
        assertThat(gateway(NOW).charge(charge("no_token", 1_000), LIMIT)).isEqualTo(new Declined("invalid_token"));
    }

    @Test
    void collectsAlthoughItsAnswerNeverCame() {
        var gateway = gateway(NOW);
        assertThat(gateway.charge(charge("sandbox_timeout_after_charge", 1_000), Duration.ofMillis(50)))
                .isEqualTo(new Unknown());
        assertThat(gateway.find(payment, LIMIT)).isEqualTo(new Succeeded());
        assertThat(collectedMinor()).isEqualTo(1_000);
    }

    @Test
    void keepsACallerWaitingNoLongerThanTheCallerWants() {
        long start = System.nanoTime();
        assertThat(gateway(NOW).charge(charge("sandbox_slow", 1_000), Duration.ofMillis(50)))
                .isEqualTo(new Unknown());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Succeeded());
    }

    @Test
    void answersSlowlyWithinTheTime() {
        assertThat(gateway(NOW).charge(charge("sandbox_slow", 1_000), LIMIT)).isEqualTo(new Succeeded());
    }

    @Test
    void settlesLateAndSaysSo() throws Exception {
        assertThat(gateway(NOW).charge(charge("sandbox_late", 1_000), LIMIT)).isEqualTo(new Pending());
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Pending());
        assertThat(notices.poll(5, TimeUnit.SECONDS)).isEqualTo(payment);
        assertThat(gateway(NOW.plusSeconds(1)).find(payment, LIMIT)).isEqualTo(new Succeeded());
    }

    @Test
    void declinesLate() {
        assertThat(gateway(NOW).charge(charge("sandbox_late_decline", 1_000), LIMIT))
                .isEqualTo(new Pending());
        assertThat(gateway(NOW.plusSeconds(1)).find(payment, LIMIT)).isEqualTo(new Declined("do_not_honor"));
        assertThat(collectedMinor()).isZero();
    }

    @Test
    void saysTwiceThatItCollectedOnce() throws Exception {
        assertThat(gateway(NOW).charge(charge("sandbox_twice", 1_000), LIMIT)).isEqualTo(new Succeeded());
        assertThat(notices.poll(5, TimeUnit.SECONDS)).isEqualTo(payment);
        assertThat(notices.poll(5, TimeUnit.SECONDS)).isEqualTo(payment);
        assertThat(effects("CHARGE")).isOne();
    }

    @Test
    void isSilentForAnHour() {
        assertThat(gateway(NOW).charge(charge("sandbox_unknown_for_an_hour", 1_000), LIMIT))
                .isEqualTo(new Unknown());
        assertThat(gateway(NOW.plusSeconds(3_599)).find(payment, LIMIT)).isEqualTo(new Unknown());
        assertThat(gateway(NOW.plusSeconds(3_599)).cancel(payment, LIMIT)).isEqualTo(new Unknown());
        assertThat(gateway(NOW.plusSeconds(3_600)).cancel(payment, LIMIT)).isEqualTo(new Succeeded());
    }

    @Test
    void givesUpWhatIsNotCollectedAndNothingElse() {
        gateway(NOW).charge(charge("sandbox_late", 1_000), LIMIT);
        assertThat(gateway(NOW).cancel(payment, LIMIT)).isEqualTo(new Canceled());
        assertThat(gateway(NOW.plusSeconds(60)).find(payment, LIMIT)).isEqualTo(new Canceled());
        assertThat(gateway(NOW).charge(charge("sandbox_late", 1_000), LIMIT)).isEqualTo(new Canceled());
        assertThat(collectedMinor()).isZero();
    }

    @Test
    void aPaymentGivenUpBeforeItArrivedIsNeverCollected() {
        assertThat(gateway(NOW).cancel(payment, LIMIT)).isEqualTo(new Canceled());
        gateway(NOW).charge(charge("sandbox_success", 1_000), LIMIT);
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Canceled());
        assertThat(collectedMinor()).isZero();
    }

    @Test
    void givesBackOnceWhatItCollected() {
        var gateway = gateway(NOW);
        assertThat(gateway.refund(payment, LIMIT)).isFalse();
        gateway.charge(charge("sandbox_success", 1_000), LIMIT);
        assertThat(gateway.refund(payment, LIMIT)).isTrue();
        assertThat(gateway.refund(payment, LIMIT)).isTrue();
        assertThat(effects("REFUND")).isOne();
    }

    @Test
    void letsTheCustomerConfirmOnItsPageAndLeadsBackToTheConsole() throws Exception {
        var page = page();
        assertThat(api.send(HttpRequest.newBuilder(page)).body()).contains("Confirm", "€10.00");
        assertThat(api.send(post(page, "/confirm")).status()).isEqualTo(302);
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Succeeded());
    }

    @ParameterizedTest
    @CsvSource({"es, Banco de pruebas, '10,00\u00a0€'", "en, Sandbox bank, €10.00"})
    void speaksTheCustomersLanguageInTheLookOfOurOwnPages(String language, String title, String amount) {
        Answer shown = api.send(HttpRequest.newBuilder(page()).header("Accept-Language", language));
        assertThat(shown.body())
                .contains("<html lang=\"" + language + "\"", title, amount, "color-scheme: light dark")
                .doesNotContain("<script");
        String nonce = shown.body().replaceAll("(?s).*<style nonce=\"([^\"]*)\".*", "$1");
        assertThat(shown.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self' 'nonce-" + nonce + "';")
                .doesNotContain("unsafe", "script-src");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void saysHowAPaymentEndedAndLeadsBackToTheConsole() {
        URI page = page();
        api.send(post(page, "/confirm"));
        assertThat(api.send(HttpRequest.newBuilder(page)).body())
                .contains("Payment confirmed", "href=\"/bank-return\"")
                .doesNotContain("<form");
    }

    @Test
    void letsTheCustomerRefuseOnItsPage() {
        assertThat(api.send(post(page(), "/refuse")).status()).isEqualTo(302);
        assertThat(gateway(NOW).find(payment, LIMIT)).isEqualTo(new Declined("authentication_failed"));
    }

    @Test
    void letsNobodyConfirmWithoutTheKey() {
        var page = URI.create(page().toString().replaceAll("key=.*", "key=guess"));
        assertThat(api.send(post(page, "/confirm")).status()).isEqualTo(404);
        assertThat(gateway(NOW).find(payment, LIMIT)).isInstanceOf(ActionRequired.class);
    }

    @Test
    void declinesWhatIsNotConfirmedInTime() {
        page();
        assertThat(gateway(Instant.now().plusSeconds(901)).find(payment, LIMIT))
                .isEqualTo(new Declined("authentication_expired"));
    }

    /** The page of a payment that must be confirmed; the application that shows it lives by the real clock. */
    private URI page() {
        var answer = gateway(Instant.now()).charge(charge("sandbox_authentication_required", 1_000), LIMIT);
        assertThat(answer).isInstanceOf(ActionRequired.class);
        var url = URI.create(((ActionRequired) answer).redirectUrl());
        return api.at(url.getPath() + "?" + url.getQuery());
    }

    private static HttpRequest.Builder post(URI page, String verb) {
        return HttpRequest.newBuilder(URI.create(page.toString().replace("?", verb + "?")))
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private SandboxGateway gateway(Instant now) {
        var settings = new SandboxSettings(
                Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(15));
        return new SandboxGateway(
                charges, sender, settings, Clock.fixed(now, ZoneOffset.UTC), URI.create("http://localhost"));
    }

    private Charge charge(String token, long minor) {
        return new Charge(new AccountId(UUID.randomUUID()), payment, Money.ofMinor(CurrencyUnit.EUR, minor), token);
    }

    private int effects(String request) {
        return db.sql()
                .fetchCount(
                        SANDBOX_GATEWAY_LOG,
                        SANDBOX_GATEWAY_LOG.PAYMENT_ID.eq(payment),
                        SANDBOX_GATEWAY_LOG.REQUEST.eq(request),
                        SANDBOX_GATEWAY_LOG.EFFECT.isTrue());
    }

    private long collectedMinor() {
        return db
                .sql()
                .select(SANDBOX_CHARGE.AMOUNT_MINOR)
                .from(SANDBOX_CHARGE)
                .where(SANDBOX_CHARGE.PAYMENT_ID.eq(payment))
                .and(SANDBOX_CHARGE.STATE.in(List.of("SUCCEEDED")))
                .fetch()
                .stream()
                .mapToLong(row -> row.value1())
                .sum();
    }
}
