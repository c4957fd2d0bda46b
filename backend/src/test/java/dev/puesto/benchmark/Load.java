package dev.puesto.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one workload on several connections for a time and prints what was seen. */
final class Load {

    /** One client of a workload: each call is one complete, checked piece of work. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException;
    }

    /** Makes the client of one connection. */
    interface Workload {
        Client client(int connection) throws Exception;
    }

    private Load() {}

    /** Warms up for a third of the time, measures, prints rate and percentiles; a wrong answer ends the run. */
    static void measure(String name, int connections, int seconds, Workload workload) throws Exception {
        run(connections, Math.max(1, seconds / 3), workload);
        long begin = System.nanoTime();
        long[] latencies = run(connections, seconds, workload);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(latencies);
        System.out.printf(
                "%-34s %9.1f/s   p50 %7.2f ms   p99 %7.2f ms   max %8.2f ms   (%d in %.1f s)%n",
                name,
                latencies.length / elapsed,
                at(latencies, 0.50),
                at(latencies, 0.99),
                at(latencies, 1),
                latencies.length,
                elapsed);
    }

    private static long[] run(int connections, int seconds, Workload workload) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<long[]>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                int connection = i;
                Callable<long[]> client = () -> until(end, workload.client(connection));
                running.add(threads.submit(client));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> one : running) {
            all.add(one.get());
        }
        return all.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] until(long end, Client client) throws Exception {
        long[] latencies = new long[1024];
        int count = 0;
        try (client) {
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                client.once();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
