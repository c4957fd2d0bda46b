package dev.puesto.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Runs one workload on several connections for a time and prints what was seen. */
final class Load {

    /** One client of a workload: each call is one complete, checked piece of work. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException;
    }

    /** A client whose pieces of work were prepared, and end. */
    interface Draining extends Client {
        /** Does the next one; false where none is left. */
        boolean next() throws Exception;
    }

    /** Makes the client of one connection. */
    interface Workload<C extends Client> {
        C client(int connection) throws Exception;
    }

    private Load() {}

    /** Warms up for a third of the time, measures, prints rate and percentiles; a wrong answer ends the run. */
    static void measure(String name, int connections, int seconds, Workload<Client> workload) throws Exception {
        run(connections, Math.max(1, seconds / 3), workload);
        long begin = System.nanoTime();
        long[] latencies = run(connections, seconds, workload);
        print(name, latencies, begin);
    }

    /** Prepares all clients one after another, then measures until their work is done. */
    static void drain(String name, int connections, Workload<Draining> workload) throws Exception {
        List<Draining> clients = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            clients.add(workload.client(connection));
        }
        long begin = System.nanoTime();
        print(name, together(clients.stream().map(Load::untilDone).toList()), begin);
    }

    private static void print(String name, long[] latencies, long begin) {
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

    private static long[] run(int connections, int seconds, Workload<Client> workload) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int connection = i;
            clients.add(() -> until(end, workload.client(connection)));
        }
        return together(clients);
    }

    private static long[] together(List<Callable<long[]>> clients) throws Exception {
        List<long[]> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            for (Future<long[]> one : threads.invokeAll(clients)) {
                all.add(one.get());
            }
        }
        return all.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] until(long end, Client client) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        try (client) {
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                client.once();
                latencies.add(System.nanoTime() - before);
            }
        }
        return latencies.build().toArray();
    }

    private static Callable<long[]> untilDone(Draining client) {
        return () -> {
            LongStream.Builder latencies = LongStream.builder();
            try (client) {
                for (long before = System.nanoTime(); client.next(); before = System.nanoTime()) {
                    latencies.add(System.nanoTime() - before);
                }
            }
            return latencies.build().toArray();
        };
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
