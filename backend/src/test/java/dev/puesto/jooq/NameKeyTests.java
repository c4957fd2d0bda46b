package dev.puesto.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.puesto.PuestoTest;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class NameKeyTests {
    private static final int AT_ONCE = 20_000;

    @Autowired
    JobDb jobs;

    @ParameterizedTest
    @CsvSource({
        "Íñigo Ángel Ibáñez, inigo angel ibanez",
        "ÍÑIGO, inigo",
        "Müßiggang, mussiggang",
        "SØREN ÆRØ, soren aero",
        "Łukasz Żółć, lukasz zolc",
        "Þóra Guðrún, thora gudrun",
        "Işıl İnan, isil inan",
        "ΓΙΏΡΓΟΣ, γιωργοσ",
        "Γιώργος, γιωργοσ",
        "Артём, артем",
        "O’Brien, o'brien",
        "भारती, भारती",
        "がか, がか",
        "Ms. 100%_x, ms. 100%_x"
    })
    void spellsANameWithoutAccentsInLowerCase(String name, String key) {
        assertThat(Normalizer.normalize(NameKey.of(name), Normalizer.Form.NFC)).isEqualTo(key);
        assertThat(NameKey.of(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(NameKey.of(name));
        assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
    }

    @Test
    void makesTheSameOfEveryLetterAsTheDatabase() {
        int[] letters = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                .toArray();
        for (int from = 0; from < letters.length; from += AT_ONCE) {
            assertSameKeys(IntStream.of(letters)
                    .skip(from)
                    .limit(AT_ONCE)
                    .mapToObj(letter -> "A" + Character.toString(letter) + "B")
                    .toList());
        }
    }

    @Test
    void makesTheSameOfNamesAsTheDatabase() {
        List<String> names = List.of(
                "Íñigo", "Ángel", "Zoë", "ΣΟΦΟΣ", "İIıi", "ẞß", "Đặng Thị Hồng", "김민준", "Ǆ", "a\u0327\u0301", "\u0301");
        assertSameKeys(Stream.of(Normalizer.Form.values())
                .flatMap(form -> names.stream().map(name -> Normalizer.normalize(name, form)))
                .toList());
    }

    private void assertSameKeys(List<String> names) {
        var given = val(names.toArray(String[]::new), SQLDataType.CLOB.array());
        List<String> keys = jobs.sql()
                .fetch(select(field("app.name_key({0})", String.class, field(name("given", "name"))))
                        .from(table("unnest({0}) with ordinality", given).as("given", "name", "position"))
                        .orderBy(field(name("given", "position"))))
                .map(row -> row.value1());
        assertThat(keys).isEqualTo(names.stream().map(NameKey::of).toList());
    }
}
