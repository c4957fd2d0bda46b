package dev.puesto.seatquote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what a buyer sees holds.
 *
 * @param validity how long checkout takes a seat quote
 * @param keyLife how long one key signs; it is valid for checking until the second next one signs
 */
@ConfigurationProperties("puesto.seatquote")
record SeatQuoteSettings(
        @DefaultValue("30m") Duration validity,
        @DefaultValue("30d") Duration keyLife) {}
