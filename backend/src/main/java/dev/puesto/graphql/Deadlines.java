package dev.puesto.graphql;

import graphql.ExecutionInput;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends requests that run too long: the engine begins no further field of theirs. What waits for the database is ended
 * by the database's own timeouts.
 */
@Component
class Deadlines implements DisposableBean {
    private static final long CHECKED_EVERY_MILLIS = 100;

    private final long deadlineNanos;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("graphql-deadlines").factory());

    Deadlines(GraphQlSettings settings) {
        this.deadlineNanos = settings.deadline().toNanos();
        watch.scheduleWithFixedDelay(
                this::cancelOverdue, CHECKED_EVERY_MILLIS, CHECKED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One request under way; closing it ends the watch over it. */
    final class Running implements AutoCloseable {
        private final long endsAt = System.nanoTime() + deadlineNanos;
        private volatile @Nullable ExecutionInput input;

        /** Names what is to be ended. */
        void over(ExecutionInput execution) {
            input = execution;
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }

    Running watch() {
        Running request = new Running();
        running.add(request);
        return request;
    }

    private void cancelOverdue() {
        long now = System.nanoTime();
        running.forEach(request -> {
            ExecutionInput input = request.input;
            if (input != null && request.endsAt - now < 0) {
                input.cancel();
            }
        });
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
