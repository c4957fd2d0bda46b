package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

class CarrierWatchTests {

    private static final int MORE_THAN_ANY_TEST_LEFT = 4;
    private static final int MORE_THAN_THE_QUEUES = 32;

    @Test
    void freesThreadsThatLoadClassesOnEveryCarrierFromAWaitForOneThatHasNone() throws Exception {
        var watch = new CarrierWatch();
        Object jar = new Object();
        var held = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var reader = Thread.startVirtualThread(() -> {
            synchronized (jar) {
                held.countDown();
                await(read);
            }
        });
        held.await();
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int carriers = scheduler.getParallelism();
        List<Thread> loading = new ArrayList<>();
        for (int i = 0; i < carriers + MORE_THAN_ANY_TEST_LEFT; i++) {
            loading.add(Thread.startVirtualThread(() -> load(new LockedLoader(jar))));
        }
        while (loading.stream()
                        .filter(each -> each.getState() == Thread.State.BLOCKED)
                        .count()
                < carriers) {
            Thread.onSpinWait();
        }
        leaveWorkInEveryQueue();
        read.countDown();
        watch.afterPropertiesSet();
        try {
            assertThat(reader.join(Duration.ofSeconds(20))).isTrue();
            for (var each : loading) {
                assertThat(each.join(Duration.ofSeconds(20))).isTrue();
            }
        } finally {
            watch.destroy();
            scheduler.setParallelism(Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void leavesCarriersAloneThatComputeForLong() throws Exception {
        var watch = new CarrierWatch();
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int carriers = scheduler.getParallelism();
        var done = new AtomicBoolean();
        List<Thread> computing = new ArrayList<>();
        for (int i = 0; i < 2 * carriers; i++) {
            computing.add(Thread.startVirtualThread(() -> {
                while (!done.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        watch.afterPropertiesSet();
        try {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(Duration.ofMillis(100));
                assertThat(scheduler.getParallelism())
                        .as("no more; other tests' watches may take back what they gave")
                        .isLessThanOrEqualTo(carriers);
            }
        } finally {
            done.set(true);
            watch.destroy();
            for (var each : computing) {
                each.join();
            }
        }
    }

    /** Work that comes into a queue which already has some brings no carrier in. */
    private static void leaveWorkInEveryQueue() throws InterruptedException {
        for (int i = 0; i < MORE_THAN_THE_QUEUES; i++) {
            Thread.ofPlatform().start(() -> Thread.startVirtualThread(() -> {})).join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(ClassLoader loader) {
        try {
            Class.forName("dev.puesto.NoSuchClass", false, loader);
        } catch (ClassNotFoundException expected) {
            assertThat(expected).hasMessageContaining("NoSuchClass");
        }
    }

    /** Finds nothing, under the lock of a jar; called by the JVM, it keeps the carrier of whoever asks. */
    private static final class LockedLoader extends ClassLoader {
        private final Object jar;

        LockedLoader(Object jar) {
            super(null);
            this.jar = jar;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            synchronized (jar) {
                throw new ClassNotFoundException(name);
            }
        }
    }
}
