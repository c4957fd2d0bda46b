package dev.puesto.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
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
    /** What the driver is told for jobs as for requests. */
    private static final List<String> ALIKE =
            List.of("connectTimeout", "loginTimeout", "tcpKeepAlive", "logServerErrorDetail");

    private static final String JOB_SOCKET_SECONDS = "120";
    private static final String JOB_OPTIONS =
            "-c statement_timeout=110000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=60000"
                    + " -c enable_seqscan=off";

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

    /** Jobs work on many rows at a time: they wait longer for an answer, but for no connection, lock or answer for ever. */
    @Bean(defaultCandidate = false)
    @Qualifier("job")
    HikariDataSource jobDataSource(
            DataSourceProperties settings, HikariDataSource application, JooqProperties properties) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("puesto-job");
        dataSource.setConnectionTimeout(application.getConnectionTimeout());
        ALIKE.forEach(name -> Optional.ofNullable(
                        application.getDataSourceProperties().get(name))
                .ifPresent(value -> dataSource.addDataSourceProperty(name, value)));
        dataSource.addDataSourceProperty("socketTimeout", JOB_SOCKET_SECONDS);
        dataSource.addDataSourceProperty("options", JOB_OPTIONS);
        dataSource.setJdbcUrl(settings.determineUrl());
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
