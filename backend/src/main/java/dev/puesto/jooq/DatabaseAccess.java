package dev.puesto.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JooqProperties.class)
class DatabaseAccess {

    @Bean
    AccountDb accountDb(DataSource dataSource) {
        return new AccountDb(dataSource, AccountDb.configuration());
    }

    /** Connections of its own: who holds an account's connection may ask here and never waits for another who holds one. */
    @Bean(defaultCandidate = false)
    @Qualifier("shared")
    HikariDataSource sharedDataSource(HikariDataSource application, JooqProperties properties) {
        HikariConfig config = new HikariConfig();
        application.copyStateTo(config);
        config.setPoolName("puesto-shared");
        config.setMaximumPoolSize(properties.sharedPoolSize());
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Bean
    SharedDb sharedDb(@Qualifier("shared") DataSource dataSource) {
        return new SharedDb(DSL.using(AccountDb.configuration().set(dataSource)));
    }

    @Bean(defaultCandidate = false)
    @Qualifier("job")
    HikariDataSource jobDataSource(DataSourceProperties application, JooqProperties properties) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("puesto-job");
        dataSource.setJdbcUrl(application.determineUrl());
        dataSource.setUsername(properties.jobUsername());
        dataSource.setPassword(properties.jobPassword());
        dataSource.setMaximumPoolSize(properties.jobPoolSize());
        return dataSource;
    }

    @Bean
    JobDb jobDb(@Qualifier("job") DataSource dataSource) {
        return new JobDb(DSL.using(AccountDb.configuration().set(dataSource)));
    }
}
