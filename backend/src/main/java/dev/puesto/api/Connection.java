package dev.puesto.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One page of a list as a Relay connection. The schema's type has {@code edges}, {@code nodes}, {@code pageInfo} and
 * {@code totalCount}, or some of them.
 *
 * @param nodes the items in the list's order
 * @param total counts the whole list when it is asked for
 */
public record Connection<T>(List<T> nodes, PageInfo pageInfo, Function<T, String> cursors, LongSupplier total) {

    /**
     * Makes the page from rows read with {@link PageRequest#limit()} in reading direction (backwards for
     * {@code last}): drops the one row too many, puts the rest into the list's order.
     *
     * @param key takes an item's keyset
     */
    public static <T, K> Connection<T> of(
            PageRequest page, List<T> rows, CursorStrategy<K> strategy, Function<T, K> key, LongSupplier total) {
        boolean more = rows.size() > page.size();
        List<T> kept = more ? rows.subList(0, page.size()) : rows;
        List<T> nodes = page.forward() ? List.copyOf(kept) : List.copyOf(kept.reversed());
        Function<T, String> cursors = item -> strategy.write(key.apply(item));
        boolean camePast = page.cursor() != null;
        PageInfo info = new PageInfo(
                page.forward() ? more : camePast,
                page.forward() ? camePast : more,
                nodes.isEmpty() ? null : cursors.apply(nodes.getFirst()),
                nodes.isEmpty() ? null : cursors.apply(nodes.getLast()));
        return new Connection<>(nodes, info, cursors, total);
    }

    /** The items with their cursors. */
    public List<Edge<T>> edges() {
        return nodes.stream().map(node -> new Edge<>(node, cursors)).toList();
    }

    /** The number of items in the whole list. */
    public long totalCount() {
        return total.getAsLong();
    }
}
