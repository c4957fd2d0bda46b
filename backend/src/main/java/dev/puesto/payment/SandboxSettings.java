package dev.puesto.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the embedded sandbox gateway misbehaves.
 *
 * @param slowFor how long the token {@code sandbox_slow} keeps its caller waiting
 * @param lateAfter after how long {@code sandbox_late} and {@code sandbox_late_decline} settle
 * @param unknownFor how long nothing is answered about {@code sandbox_unknown_for_an_hour}
 * @param actionTime how long a customer has to confirm {@code sandbox_authentication_required}
 */
@ConfigurationProperties("puesto.payment.sandbox")
record SandboxSettings(
        @DefaultValue("2s") Duration slowFor,
        @DefaultValue("5s") Duration lateAfter,
        @DefaultValue("1h") Duration unknownFor,
        @DefaultValue("15m") Duration actionTime) {}
