/** Mails: written from events in the contact's language, kept as rows, sent over SMTP by a job until the server took them. */
@NullMarked
package dev.puesto.notification;

import org.jspecify.annotations.NullMarked;
