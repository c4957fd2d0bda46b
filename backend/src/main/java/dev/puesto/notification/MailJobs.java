package dev.puesto.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring job that sends mails. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    @Bean
    RecurringTask<Void> sendMails(MailSender sender, NotificationProperties properties) {
        return Tasks.recurring("send-mails", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> sender.sendDue());
    }
}
