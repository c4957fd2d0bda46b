package dev.puesto.payment;

import dev.puesto.api.PagePolicy;
import dev.puesto.api.PublicAddress;
import dev.puesto.api.ServerPages;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.tables.records.SandboxChargeRecord;
import dev.puesto.money.MoneyText;
import dev.puesto.payment.SandboxCharges.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The sandbox gateway's stand-in for a bank's page: a person, or a test with two requests, confirms or refuses a payment.
 * Whoever has its address may: the key in it cannot be guessed.
 */
@Controller
@RequestMapping("/sandbox-gateway/{payment}")
final class SandboxPage {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    private static final String RETURN = "/bank-return";

    private final SandboxCharges charges;
    private final SandboxNotices notices;
    private final PublicAddress address;
    private final ServerPages pages;
    private final Clock clock;

    SandboxPage(SandboxCharges charges, SandboxNotices notices, PublicAddress address, ServerPages pages, Clock clock) {
        this.charges = charges;
        this.notices = notices;
        this.address = address;
        this.pages = pages;
        this.clock = clock;
    }

    /** What no answer of these pages lets a browser do, errors included; a page written here allows its own style. */
    static void guard(HeadersConfigurer<HttpSecurity> headers) {
        PagePolicy.strict(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
    }

    @GetMapping
    void show(
            @PathVariable UUID payment,
            @RequestParam String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        pages.write(request, response, HttpServletResponse.SC_OK, "sandbox-gateway", model(found(payment, key)));
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable UUID payment, @RequestParam String key) {
        return end(payment, key, Question.CONFIRM);
    }

    @PostMapping("/refuse")
    String refuse(@PathVariable UUID payment, @RequestParam String key) {
        return end(payment, key, Question.REFUSE);
    }

    /** Leads back to the console, as a bank does, which knows what page was left. */
    private String end(UUID payment, String key, Question question) {
        var charge = found(payment, key);
        var ended = ask(payment, question).orElse(charge);
        notices.send(ended.getAccountId(), ended.getPaymentId(), Duration.ZERO);
        return "redirect:" + address.at(RETURN);
    }

    private SandboxChargeRecord found(UUID payment, String key) {
        return ask(payment, Question.FIND)
                .filter(charge -> MessageDigest.isEqual(
                        charge.getActionKey().getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<SandboxChargeRecord> ask(UUID payment, Question question) {
        return charges.ask(new PaymentId(payment), question, clock.instant(), TIME_LIMIT);
    }

    private Map<String, @Nullable Object> model(SandboxChargeRecord charge) {
        Money amount = Money.ofMinor(CurrencyUnit.of(charge.getCurrency()), charge.getAmountMinor());
        String path = "/sandbox-gateway/" + charge.getPaymentId().value();
        String key = "?key=" + charge.getActionKey();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("here", path + key);
        model.put("confirm", path + "/confirm" + key);
        model.put("refuse", path + "/refuse" + key);
        model.put("back", RETURN);
        model.put("amount", (Function<String, String>) language -> MoneyText.of(amount, Locale.of(language)));
        model.put("state", charge.getState());
        model.put("waits", charge.getState().equals(PaymentState.REQUIRES_ACTION.name()));
        return model;
    }
}
