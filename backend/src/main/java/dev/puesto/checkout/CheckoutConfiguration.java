package dev.puesto.checkout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckoutSettings.class)
class CheckoutConfiguration {

    @Bean
    RecurringTask<Void> recoverOrders(OrderRecovery recovery, CheckoutSettings settings) {
        return Tasks.recurring("recover-orders", FixedDelay.of(settings.recoveryInterval()))
                .execute((instance, context) -> recovery.recoverDue());
    }
}
