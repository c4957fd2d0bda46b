package dev.puesto.payment;

import dev.puesto.api.PublicAddress;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.tables.records.SandboxChargeRecord;
import dev.puesto.payment.SandboxCharges.Question;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private final SandboxCharges charges;
    private final SandboxNotices notices;
    private final PublicAddress address;
    private final Clock clock;

    SandboxPage(SandboxCharges charges, SandboxNotices notices, PublicAddress address, Clock clock) {
        this.charges = charges;
        this.notices = notices;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID payment, @RequestParam String key, Model model) {
        return page(found(payment, key), model);
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
        return "redirect:" + address.at("/bank-return");
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

    private static String page(SandboxChargeRecord charge, Model model) {
        var amount = Money.ofMinor(CurrencyUnit.of(charge.getCurrency()), charge.getAmountMinor());
        model.addAttribute("payment", charge.getPaymentId().value());
        model.addAttribute("key", charge.getActionKey());
        model.addAttribute("amount", amount.toString());
        model.addAttribute("state", charge.getState());
        model.addAttribute("waits", charge.getState().equals(PaymentState.REQUIRES_ACTION.name()));
        return "sandbox-gateway";
    }
}
