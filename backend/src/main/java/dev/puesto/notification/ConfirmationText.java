package dev.puesto.notification;

import java.util.List;

/**
 * An order's confirmation in words, ready for both templates.
 *
 * @param greeting the first sentence
 * @param introduction what happened
 * @param facts number, date and references
 * @param changes one section for each line of the order
 * @param sums from the charges to what is due
 * @param due the last and most important of them
 * @param remarks sentences after the sums
 * @param closing the last sentence
 */
record ConfirmationText(
        String title,
        String greeting,
        String introduction,
        List<Entry> facts,
        List<Section> changes,
        String sumsTitle,
        List<Entry> sums,
        Entry due,
        List<String> remarks,
        String closing) {

    /** A label and its value. */
    record Entry(String label, String value) {}

    /** A title with entries below, and sentences that explain them. */
    record Section(String title, List<Entry> entries, List<String> sentences) {}
}
