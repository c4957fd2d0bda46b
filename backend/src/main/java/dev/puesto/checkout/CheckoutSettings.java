package dev.puesto.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments of orders are waited for.
 *
 * @param gatewayTimeLimit how long a checkout waits for the payment provider; then the pending order is the answer
 * @param replayWait how long a repeated request waits for the first one's payment; shorter than {@code puesto.graphql.deadline}
 * @param firstQuestionAfter when recovery asks about a payment that nothing settled; longer than the time limit
 * @param longestPause the longest pause between two questions about a payment; each pause is twice the last
 * @param voidAfter when an order that is still not paid is given up, by the account's clock
 * @param recoveryInterval how long the recovery job rests
 * @param recoveryBatch how many payments it takes at a time
 */
@ConfigurationProperties("puesto.checkout")
public record CheckoutSettings(
        @DefaultValue("3s") Duration gatewayTimeLimit,
        @DefaultValue("3s") Duration replayWait,
        @DefaultValue("8s") Duration firstQuestionAfter,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("24h") Duration voidAfter,
        @DefaultValue("2s") Duration recoveryInterval,
        @DefaultValue("100") int recoveryBatch) {}
