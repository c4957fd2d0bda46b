package dev.puesto.payment;

import dev.puesto.id.PaymentId;
import dev.puesto.jooq.tables.records.SandboxChargeRecord;
import dev.puesto.payment.SandboxCharges.Question;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The embedded payment provider: no money moves. Its published tokens ({@link SandboxToken}) stand for every outcome that
 * a real one has, misbehaviour included.
 */
@Component
final class SandboxGateway implements PaymentGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGateway.class);
    private static final PaymentAnswer UNKNOWN = new PaymentAnswer.Unknown();

    /** In minor units; 100 where nothing else is published. */
    private static final Map<String, Long> MINIMUM_AMOUNTS = Map.of(
            "EUR", 50L, "USD", 50L, "GBP", 30L, "CHF", 50L, "JPY", 50L, "NOK", 300L, "SEK", 300L, "DKK", 250L, "PLN",
            200L);

    private static final long USUAL_MINIMUM = 100;

    private final SandboxCharges charges;
    private final SandboxNotices notices;
    private final SandboxSettings settings;
    private final Clock clock;
    private final URI publicUrl;

    SandboxGateway(
            SandboxCharges charges,
            SandboxNotices notices,
            SandboxSettings settings,
            Clock clock,
            @Value("${puesto.public-url}") URI publicUrl) {
        this.charges = charges;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean isSandbox() {
        return true;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public PaymentForm form() {
        return new PaymentForm(PaymentForm.Kind.SANDBOX, null, List.of());
    }

    @Override
    public Optional<KeptToken> keep(String token, Duration timeLimit) {
        return SandboxToken.of(token).map(SandboxToken::kept);
    }

    @Override
    public Money minimumAmount(CurrencyUnit currency) {
        return Money.ofMinor(currency, MINIMUM_AMOUNTS.getOrDefault(currency.getCode(), USUAL_MINIMUM));
    }

    @Override
    public PaymentAnswer charge(Charge charge, Duration timeLimit) {
        var token = SandboxToken.of(charge.token());
        if (token.isEmpty()) {
            return new PaymentAnswer.Declined("invalid_token");
        }
        try {
            Instant now = clock.instant();
            var known = charges.charge(draft(charge, token.get(), now), timeLimit);
            return known.getAmountMinor() == charge.amount().getAmountMinorLong()
                    ? misbehave(token.get(), charge, answer(known, now), timeLimit)
                    : new PaymentAnswer.Declined("payment_id_reused");
        } catch (DataAccessException e) {
            return unknown("charge", charge.payment(), e);
        }
    }

    @Override
    public PaymentAnswer find(PaymentId payment, Duration timeLimit) {
        return ask(payment, Question.FIND, timeLimit);
    }

    @Override
    public PaymentAnswer cancel(PaymentId payment, Duration timeLimit) {
        return ask(payment, Question.CANCEL, timeLimit);
    }

    @Override
    public boolean refund(PaymentId payment, Duration timeLimit) {
        try {
            return charges.ask(payment, Question.REFUND, clock.instant(), timeLimit)
                    .filter(charge -> charge.getRefundedAt() != null)
                    .isPresent();
        } catch (DataAccessException e) {
            unknown("refund", payment, e);
            return false;
        }
    }

    private PaymentAnswer ask(PaymentId payment, Question question, Duration timeLimit) {
        try {
            Instant now = clock.instant();
            return charges.ask(payment, question, now, timeLimit)
                    .map(charge -> answer(charge, now))
                    .orElseGet(PaymentAnswer.NotFound::new);
        } catch (DataAccessException e) {
            return unknown(question.name(), payment, e);
        }
    }

    private SandboxChargeRecord draft(Charge charge, SandboxToken token, Instant now) {
        boolean late = token.state() == PaymentState.PENDING;
        var draft = new SandboxChargeRecord();
        draft.setPaymentId(charge.payment());
        draft.setAccountId(charge.account());
        draft.setToken(charge.token());
        draft.setAmountMinor(charge.amount().getAmountMinorLong());
        draft.setCurrency(charge.amount().getCurrencyUnit().getCode());
        draft.setState(token.state().name());
        draft.setDeclineCode(token.declineCode());
        draft.setActionKey(UUID.randomUUID().toString());
        draft.setActionExpiresAt(now.plus(settings.actionTime()));
        draft.setSettlesAt(late ? now.plus(settings.lateAfter()) : null);
        draft.setSettlesAs(late ? (token == SandboxToken.LATE ? "SUCCEEDED" : "DECLINED") : null);
        draft.setSilentUntil(token == SandboxToken.UNKNOWN_FOR_AN_HOUR ? now.plus(settings.unknownFor()) : null);
        draft.setCreatedAt(now);
        return draft;
    }

    private PaymentAnswer answer(SandboxChargeRecord charge, Instant now) {
        if (charge.getSilentUntil() != null && now.isBefore(charge.getSilentUntil())) {
            return UNKNOWN;
        }
        return switch (PaymentState.valueOf(charge.getState())) {
            case SUCCEEDED -> new PaymentAnswer.Succeeded();
            case DECLINED -> new PaymentAnswer.Declined(charge.getDeclineCode());
            case REQUIRES_ACTION -> new PaymentAnswer.ActionRequired(page(charge), charge.getActionExpiresAt());
            case PENDING -> new PaymentAnswer.Pending();
            case CANCELED -> new PaymentAnswer.Canceled();
        };
    }

    private String page(SandboxChargeRecord charge) {
        return publicUrl
                .resolve("/sandbox-gateway/" + charge.getPaymentId().value() + "?key=" + charge.getActionKey())
                .toString();
    }

    /** What happens around the answer of a charge that is in the books already. */
    private PaymentAnswer misbehave(SandboxToken token, Charge charge, PaymentAnswer answer, Duration timeLimit) {
        return switch (token) {
            case SLOW -> waited(settings.slowFor(), timeLimit) ? answer : UNKNOWN;
            case TIMEOUT_AFTER_CHARGE -> {
                waited(timeLimit, timeLimit);
                yield UNKNOWN;
            }
            case TWICE -> {
                notices.send(charge.account(), charge.payment(), Duration.ZERO);
                notices.send(charge.account(), charge.payment(), settings.slowFor());
                yield answer;
            }
            case LATE, LATE_DECLINE -> {
                notices.send(charge.account(), charge.payment(), settings.lateAfter());
                yield answer;
            }
            case SUCCESS,
                    SUCCESS_MASTERCARD,
                    INSUFFICIENT_FUNDS,
                    EXPIRED_CARD,
                    STOLEN_CARD,
                    DO_NOT_HONOR,
                    AUTHENTICATION_REQUIRED,
                    UNKNOWN_FOR_AN_HOUR -> answer;
        };
    }

    /** Waits, at most as long as the caller does; whether the time was enough. */
    private static boolean waited(Duration time, Duration timeLimit) {
        boolean enough = time.compareTo(timeLimit) <= 0;
        try {
            Thread.sleep(enough ? time : timeLimit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return enough;
    }

    private static PaymentAnswer unknown(String request, PaymentId payment, DataAccessException cause) {
        LOG.warn("The sandbox gateway gave no answer to {} of payment {}", request, payment.value(), cause);
        return UNKNOWN;
    }
}
