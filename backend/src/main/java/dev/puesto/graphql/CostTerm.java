package dev.puesto.graphql;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation costs in points, as far as the document alone tells: a fixed part, and parts that count once per
 * item of a page or list whose size a variable gives.
 *
 * @param fixed points whatever the variables say
 * @param repeated parts multiplied by a variable's value
 */
record CostTerm(long fixed, List<Repeated> repeated) {
    static final CostTerm NOTHING = new CostTerm(0, List.of());
    static final int UNKNOWN_SIZE = 100;
    private static final long CEILING = Long.MAX_VALUE / 1_000_000;

    /** A part that counts as often as the variable's number, or the length of its list, says. */
    record Repeated(String variable, @Nullable Integer byDefault, CostTerm part) {}

    static CostTerm of(long points) {
        return new CostTerm(points, List.of());
    }

    CostTerm plus(CostTerm other) {
        List<Repeated> both = other.repeated.isEmpty()
                ? repeated
                : Stream.concat(repeated.stream(), other.repeated.stream()).toList();
        return new CostTerm(bounded(fixed + other.fixed), both);
    }

    CostTerm times(int count) {
        return new CostTerm(
                bounded(fixed * count),
                repeated.stream()
                        .map(part -> new Repeated(part.variable, part.byDefault, part.part.times(count)))
                        .toList());
    }

    CostTerm timesVariable(String variable, @Nullable Integer byDefault) {
        return equals(NOTHING) ? this : new CostTerm(0, List.of(new Repeated(variable, byDefault, this)));
    }

    /** The points for these variables. */
    long points(Map<String, Object> variables) {
        long points = fixed;
        for (Repeated part : repeated) {
            points = bounded(points + size(variables.get(part.variable), part.byDefault) * part.part.points(variables));
        }
        return points;
    }

    private static long size(@Nullable Object value, @Nullable Integer byDefault) {
        return switch (value) {
            case Number number -> clamp(number.longValue());
            case List<?> list -> clamp(list.size());
            case null, default -> byDefault == null ? UNKNOWN_SIZE : clamp(byDefault);
        };
    }

    private static long clamp(long size) {
        return Math.clamp(size, 1, UNKNOWN_SIZE);
    }

    private static long bounded(long points) {
        return points < 0 ? CEILING : Math.min(points, CEILING);
    }
}
