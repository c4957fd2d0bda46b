package dev.puesto.graphql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the GraphQL endpoint.
 *
 * @param bodySize of one request
 * @param bodyTime for a request's body to arrive
 * @param tokens of one document
 * @param depth of one document, in fields
 * @param fields of one document, fragments counted wherever they are spread
 * @param aliases of one document
 * @param directives of one document
 * @param repeats of one field in one place of a document
 * @param cost of one document, in points
 * @param pointsPerSecond that a client gets back from each instance: about a fifth of what two cores can answer; on the embedded database, which is there for trying and measuring, 50 times as many
 * @param pointsKept that a client can save up; on the embedded database 20 times as many
 * @param documentsKept parsed, in memory
 * @param deadline of one request; after it no further field is begun
 */
@ConfigurationProperties("puesto.graphql")
public record GraphQlSettings(
        @DefaultValue("256KB") DataSize bodySize,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("3000") int tokens,
        @DefaultValue("25") int depth,
        @DefaultValue("1000") int fields,
        @DefaultValue("60") int aliases,
        @DefaultValue("60") int directives,
        @DefaultValue("25") int repeats,
        @DefaultValue("15000") long cost,
        @DefaultValue("100000") long pointsPerSecond,
        @DefaultValue("500000") long pointsKept,
        @DefaultValue("2000") int documentsKept,
        @DefaultValue("4s") Duration deadline) {}
