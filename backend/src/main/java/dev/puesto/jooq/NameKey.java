package dev.puesto.jooq;

import java.text.Normalizer;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a name stands by in a list and is found by: in lower case and without accents, so that {@code inigo} finds Íñigo,
 * and Ángel stands among the others with an A. The columns {@code name_key} hold what {@code app.name_key} of the database
 * makes of a name; this is the same of a text that is looked for.
 */
public final class NameKey {
    /** Letters that no accent makes of another, as one spells them without. */
    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"),
            Map.entry((int) '’', "'"));

    /** Sorts behind every text that begins like the one it is added to. */
    private static final String BEHIND_ALL = "\uDBFF\uDFFF";

    private NameKey() {}

    /** The key of that name, and of the beginning of a name the beginning of its key. */
    public static String of(String name) {
        StringBuilder key = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> !isAccent(letter))
                .map(Character::toLowerCase)
                .forEach(letter -> append(key, letter));
        return key.toString();
    }

    private static void append(StringBuilder key, int letter) {
        String spelled = SPELLED.get(letter);
        if (spelled == null) {
            key.appendCodePoint(letter);
        } else {
            key.append(spelled);
        }
    }

    /** Those that stand over and under Latin, Greek and Cyrillic letters; the marks of other scripts are letters there. */
    private static boolean isAccent(int letter) {
        return Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS.equals(Character.UnicodeBlock.of(letter));
    }

    /** Whether a name begins so, by the column of its key. */
    public static Condition begins(Field<String> key, String name) {
        return hasPrefix(key, of(name));
    }

    /** Whether a text begins so, letter by letter: a condition that an index of collation "C" answers. */
    public static Condition hasPrefix(Field<String> column, String prefix) {
        return column.ge(prefix).and(column.lt(prefix + BEHIND_ALL));
    }
}
