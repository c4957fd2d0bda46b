package dev.puesto.seatquote;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeatQuoteSettings.class)
class SeatQuoteConfiguration {

    @Bean
    RecurringTask<Void> rotateSeatQuoteKeys(SeatQuoteKeys keys) {
        return Tasks.recurring("rotate-seat-quote-keys", FixedDelay.ofHours(1))
                .execute((instance, context) -> keys.rotate());
    }
}
