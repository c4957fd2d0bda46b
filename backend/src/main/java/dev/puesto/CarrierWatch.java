package dev.puesto;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps virtual threads going where all their carriers are held up at once.
 *
 * <p>A virtual thread that loads a class keeps its carrier while it waits. Out of a jar of jars, classes and files are read
 * under one lock per inner jar: a thread that reads a file may have to give its carrier away while it holds that lock, and
 * once every carrier belongs to one that waits for it in order to load a class, none is left for it: the whole server
 * stands still for ever. More carriers resolve that; they go again after a while. Carriers that compute are no standstill,
 * however long something waits for one: more of them would only compete for the same cores.
 */
@Component
final class CarrierWatch implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration WORK = Duration.ofMillis(1);
    private static final String CARRIER = "jdk.internal.misc.CarrierThread";
    private static final Duration EXTRA_KEPT = Duration.ofSeconds(10);
    private static final int MOST = 256;
    private static final int HELPERS = 64;
    private static final int QUEUE = 64;
    private static final Runnable NOTHING = () -> {};

    private final VirtualThreadSchedulerMXBean scheduler =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int usual = scheduler.getParallelism();
    private Instant lastStandstill = Instant.MIN;
    private Thread watch = Thread.currentThread();

    @Override
    public void afterPropertiesSet() {
        watch = Thread.ofPlatform().name("carrier-watch").daemon().start(this::watch);
    }

    @Override
    public void destroy() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        int carriers = scheduler.getParallelism();
        Instant now = Instant.now();
        if (standsStill()) {
            LOG.warn("Virtual threads stood still on {} carriers; they get more for a while", carriers);
            lastStandstill = now;
            int more = Math.min(MOST, carriers * 2);
            scheduler.setParallelism(more);
            bringIn(more);
        } else if (carriers > usual && lastStandstill.plus(EXTRA_KEPT).isBefore(now)) {
            scheduler.setParallelism(usual);
        }
    }

    private boolean standsStill() throws InterruptedException {
        Thread probe = Thread.startVirtualThread(NOTHING);
        if (probe.join(PATIENCE)) {
            return false;
        }
        Duration before = carriersWork();
        return !probe.join(PATIENCE) && carriersWork().minus(before).compareTo(WORK) < 0;
    }

    private Duration carriersWork() {
        return Duration.ofNanos(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getName().equals(CARRIER))
                .mapToLong(carrier -> threads.getThreadCpuTime(carrier.threadId()))
                .sum());
    }

    /**
     * The scheduler makes a carrier when work comes into an empty queue, or into one that it fills: a platform thread of its
     * own is given one of the queues, and a full one is made larger.
     */
    private void bringIn(int carriers) throws InterruptedException {
        for (int i = 0; i < HELPERS && scheduler.getPoolSize() < carriers; i++) {
            Thread.ofPlatform()
                    .name("carrier-watch-helper")
                    .daemon()
                    .start(CarrierWatch::fillQueue)
                    .join();
        }
    }

    private static void fillQueue() {
        for (int i = 0; i < QUEUE; i++) {
            Thread.startVirtualThread(NOTHING);
        }
    }
}
