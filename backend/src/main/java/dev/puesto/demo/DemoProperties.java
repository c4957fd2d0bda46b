package dev.puesto.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the first start loads into an empty embedded database. Neither holds for a database of your own.
 *
 * @param enabled whether demo data and demo credentials are made
 * @param scale how many more accounts of three subscriptions with fifty seats each are made, for measurements
 * @param scaleSeats seats of one more account with a single large subscription; 0: none
 */
@ConfigurationProperties("puesto.demo")
record DemoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0") int scale,
        @DefaultValue("0") int scaleSeats) {}
