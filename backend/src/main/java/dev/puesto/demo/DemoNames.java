package dev.puesto.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of {@code demo/names.json}: names of people in several scripts, each with what its e-mail address is
 * written as.
 */
record DemoNames(Map<String, Culture> cultures) {

    private static final int FAMILY_STEP = 3;

    /**
     * A list of names.
     *
     * @param familyFirst whether the family name comes first
     * @param given given names, each as {@code name|latin}
     * @param family family names, each as {@code name|latin}
     */
    record Culture(boolean familyFirst, List<String> given, List<String> family) {

        /** The n-th combination; from the last one on they begin again, with a number in the mailbox. */
        private Name name(int n) {
            int row = n % given.size();
            int round = n / given.size();
            String[] first = given.get(row).split("\\|");
            String[] last =
                    family.get((round + FAMILY_STEP * row) % family.size()).split("\\|");
            int repeated = round / family.size();
            String mailbox = first[1] + "." + last[1] + (repeated == 0 ? "" : repeated + 1);
            return new Name(familyFirst ? last[0] + " " + first[0] : first[0] + " " + last[0], mailbox);
        }
    }

    /** A person's name and the part of an e-mail address before the at sign. */
    record Name(String name, String mailbox) {}

    /** So many different people, from those lists in turn. */
    List<Name> people(int count, List<String> from) {
        Map<String, Integer> used = new HashMap<>();
        List<Name> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String culture = from.get(i % from.size());
            int n = used.merge(culture, 1, Integer::sum) - 1;
            people.add(cultures.get(culture).name(n));
        }
        return people;
    }
}
