package dev.puesto.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment provider is asked.
 *
 * @param tokenTimeLimit how long a request waits for what the provider keeps for a token; a checkout waits for the charge
 *     besides
 */
@ConfigurationProperties("puesto.payment")
public record PaymentSettings(@DefaultValue("1s") Duration tokenTimeLimit) {}
