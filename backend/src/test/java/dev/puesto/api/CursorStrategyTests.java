package dev.puesto.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.puesto.api.CursorStrategy.TextAndId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorStrategyTests {
    private final CursorStrategy<TextAndId> users = CursorStrategy.byName("users");

    @Test
    void cursorReadsBackToItsKeyset() {
        TextAndId key = new TextAndId("ñandú, \"S.A.\"", UUID.randomUUID());
        assertThat(users.read(PageRequest.of(5, users.write(key), null, null))).contains(key);
    }

    @Test
    void pageAtTheListsEndHasNoKeyset() {
        assertThat(users.read(PageRequest.first(5))).isEmpty();
    }

    @Test
    void cursorOfAnotherListIsRefused() {
        String cursor = CursorStrategy.byName("contacts").write(new TextAndId("a", UUID.randomUUID()));
        assertRefused(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AQAAAAAAAAAA", "%%%"})
    void damagedCursorIsRefused(String cursor) {
        assertRefused(cursor);
    }

    private void assertRefused(String cursor) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> users.read(PageRequest.of(5, cursor, null, null)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_CURSOR));
    }

    @Test
    void connectionDropsTheRowTooManyAndSaysThatTheListGoesOn() {
        Connection<UUID> page = page(PageRequest.first(2), 3);
        assertThat(page.nodes()).hasSize(2);
        assertThat(page.pageInfo().hasNextPage()).isTrue();
        assertThat(page.pageInfo().hasPreviousPage()).isFalse();
        assertThat(page.edges().getLast().cursor()).isEqualTo(page.pageInfo().endCursor());
    }

    @Test
    void lastPageReadBackwardsIsShownInTheListsOrder() {
        List<UUID> rows = IntStream.range(0, 3).mapToObj(i -> new UUID(0, i)).toList();
        Connection<UUID> page =
                Connection.of(PageRequest.of(null, null, 2, null), rows, CursorStrategy.byId("ids"), id -> id, () -> 3);
        assertThat(page.nodes()).containsExactly(new UUID(0, 1), new UUID(0, 0));
        assertThat(page.pageInfo().hasPreviousPage()).isTrue();
    }

    @Test
    void emptyPageHasNoCursors() {
        assertThat(page(PageRequest.first(2), 0).pageInfo()).isEqualTo(new PageInfo(false, false, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void pageSizeBeyondItsLimitsIsRefused(int size) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.first(size));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.of(null, null, size, null));
    }

    @Test
    void oneDirectionMustBeChosen() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.of(null, null, null, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.of(1, null, 1, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.of(1, null, null, "x"));
    }

    private static Connection<UUID> page(PageRequest request, int rows) {
        return Connection.of(
                request,
                IntStream.range(0, rows).mapToObj(i -> UUID.randomUUID()).toList(),
                CursorStrategy.byId("ids"),
                id -> id,
                () -> rows);
    }
}
