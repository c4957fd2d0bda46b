package dev.puesto.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published tokens of the sandbox gateway: each stands for a card and for what happens when it is charged. The text
 * of a token is {@code sandbox_} and the constant's name in small letters.
 */
enum SandboxToken {
    /** Collected at once. */
    SUCCESS("Visa", "4242"),
    /** Collected at once; a second card. */
    SUCCESS_MASTERCARD("Mastercard", "4444"),
    /** Declined: {@code insufficient_funds}. */
    INSUFFICIENT_FUNDS("Visa", "9995"),
    /** Declined: {@code expired_card}. */
    EXPIRED_CARD("Visa", "0069"),
    /** Declined: {@code stolen_card}. */
    STOLEN_CARD("Visa", "9979"),
    /** Declined: {@code do_not_honor}. */
    DO_NOT_HONOR("Mastercard", "0002"),
    /** The customer must confirm on the sandbox's page, which can refuse too. */
    AUTHENTICATION_REQUIRED("Visa", "3155"),
    /** Collected, answered after some seconds. */
    SLOW("Visa", "2002"),
    /** Collected, but the answer to the charge never comes. */
    TIMEOUT_AFTER_CHARGE("Visa", "3003"),
    /** Pending, then collected some seconds later, with a notice. */
    LATE("Visa", "5005"),
    /** Pending, then declined some seconds later, with a notice: {@code do_not_honor}. */
    LATE_DECLINE("Visa", "5010"),
    /** Collected, with two notices that come before and after the answer. */
    TWICE("Visa", "6006"),
    /** Collected, but for an hour the gateway answers nothing about it. */
    UNKNOWN_FOR_AN_HOUR("Visa", "7007");

    private static final String PREFIX = "sandbox_";

    private final String brand;
    private final String lastDigits;

    SandboxToken(String brand, String lastDigits) {
        this.brand = brand;
        this.lastDigits = lastDigits;
    }

    static Optional<SandboxToken> of(String text) {
        return Arrays.stream(values())
                .filter(token -> token.text().equals(text))
                .findAny();
    }

    String text() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    KeptToken kept() {
        return new KeptToken(text(), brand, lastDigits, null);
    }

    /** Why it is declined at once; null if it is not. */
    @Nullable
    String declineCode() {
        return switch (this) {
            case INSUFFICIENT_FUNDS, EXPIRED_CARD, STOLEN_CARD, DO_NOT_HONOR -> name().toLowerCase(Locale.ROOT);
            case SUCCESS,
                    SUCCESS_MASTERCARD,
                    AUTHENTICATION_REQUIRED,
                    SLOW,
                    TIMEOUT_AFTER_CHARGE,
                    LATE,
                    LATE_DECLINE,
                    TWICE,
                    UNKNOWN_FOR_AN_HOUR -> null;
        };
    }

    /** The state of a charge with it. */
    PaymentState state() {
        return switch (this) {
            case INSUFFICIENT_FUNDS, EXPIRED_CARD, STOLEN_CARD, DO_NOT_HONOR -> PaymentState.DECLINED;
            case AUTHENTICATION_REQUIRED -> PaymentState.REQUIRES_ACTION;
            case LATE, LATE_DECLINE -> PaymentState.PENDING;
            case SUCCESS, SUCCESS_MASTERCARD, SLOW, TIMEOUT_AFTER_CHARGE, TWICE, UNKNOWN_FOR_AN_HOUR ->
                PaymentState.SUCCEEDED;
        };
    }
}
