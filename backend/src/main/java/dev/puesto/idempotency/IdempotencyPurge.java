package dev.puesto.idempotency;

import static dev.puesto.jooq.Tables.IDEMPOTENCY_KEY;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.puesto.jooq.JobDb;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job role's statement on idempotency keys: removes those that expired. */
@Configuration(proxyBeanMethods = false)
class IdempotencyPurge {

    @Bean
    RecurringTask<Void> purgeIdempotencyKeys(JobDb db, Clock clock) {
        return Tasks.recurring("purge-idempotency-keys", Schedules.daily(LocalTime.of(3, 20)))
                .execute((instance, context) -> purge(db, clock));
    }

    static int purge(JobDb db, Clock clock) {
        return db.sql()
                .deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.EXPIRES_AT.lt(clock.instant()))
                .execute();
    }
}
