package dev.puesto.jooq;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is reached beside {@code spring.datasource.*}.
 *
 * @param jobUsername login of the recurring jobs, which work across accounts
 * @param jobPassword its password
 * @param jobPoolSize most connections of the jobs' pool
 * @param sharedPoolSize most connections of the pool that reads reference tables
 */
@ConfigurationProperties("puesto.jooq")
record JooqProperties(
        @DefaultValue("puesto_job") String jobUsername,
        @Nullable String jobPassword,
        @DefaultValue("4") int jobPoolSize,
        @DefaultValue("4") int sharedPoolSize) {}
