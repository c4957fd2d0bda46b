package dev.puesto;

import dev.puesto.checkout.CheckoutSettings;
import dev.puesto.graphql.GraphQlSettings;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Refuses a start where a repeated checkout waits for the first one's payment until its own request is ended. */
@Component
class DeadlineCheck implements InitializingBean {
    private final Duration replayWait;
    private final Duration deadline;

    @Autowired
    DeadlineCheck(CheckoutSettings checkout, GraphQlSettings graphql) {
        this(checkout.replayWait(), graphql.deadline());
    }

    DeadlineCheck(Duration replayWait, Duration deadline) {
        this.replayWait = replayWait;
        this.deadline = deadline;
    }

    @Override
    public void afterPropertiesSet() {
        if (replayWait.compareTo(deadline) >= 0) {
            throw new StartRefused(
                    "A repeated checkout waits " + replayWait.toMillis()
                            + " ms for the first one's payment (puesto.checkout.replay-wait), but a request ends after "
                            + deadline.toMillis() + " ms (puesto.graphql.deadline).",
                    "Let puesto.checkout.replay-wait be shorter than puesto.graphql.deadline, by the time that an answer takes,"
                            + " and start again.");
        }
    }
}
