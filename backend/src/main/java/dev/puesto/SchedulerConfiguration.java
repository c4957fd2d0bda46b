package dev.puesto;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recurring jobs: features bring them as beans, db-scheduler runs each on one instance, as the login of the jobs. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    @Bean
    DbSchedulerCustomizer jobsAsTheirOwnLogin(@Qualifier("job") DataSource dataSource) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<DataSource> dataSource() {
                return Optional.of(dataSource);
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }
}
