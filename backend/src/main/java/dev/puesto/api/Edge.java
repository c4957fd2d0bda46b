package dev.puesto.api;

import java.util.function.Function;

/**
 * An item with its place in the list.
 *
 * @param node the item
 * @param cursors writes the item's cursor when it is asked for
 */
public record Edge<T>(T node, Function<T, String> cursors) {

    /** Give it as {@code after} or {@code before} to read on from this item. */
    public String cursor() {
        return cursors.apply(node);
    }
}
