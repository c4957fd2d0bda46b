package dev.puesto.notification;

/**
 * What a mail says, twice over.
 *
 * @param text for readers without HTML
 * @param html the same with its form; fetches nothing
 */
record Letter(String subject, String text, String html) {}
