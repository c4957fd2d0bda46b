package dev.puesto.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox's recurring jobs. */
@Configuration(proxyBeanMethods = false)
class OutboxJobs {

    @Bean
    RecurringTask<Void> dispatchOutbox(OutboxDispatcher dispatcher, OutboxProperties properties) {
        return Tasks.recurring("dispatch-outbox", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> dispatcher.dispatchDue());
    }

    @Bean
    RecurringTask<Void> purgeOutbox(OutboxDispatcher dispatcher) {
        return Tasks.recurring("purge-outbox", Schedules.daily(LocalTime.of(3, 10)))
                .execute((instance, context) -> dispatcher.purge());
    }
}
