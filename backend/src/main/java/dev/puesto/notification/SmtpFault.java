package dev.puesto.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Why a server did not take a mail, without a word of what it said.
 *
 * @param kind the exception's name
 * @param code of the SMTP answer; 0 where there was none
 * @param isFinal whether trying again would change nothing: the recipient, or the mail itself, is refused for good. A server
 *     that refuses us (a wrong password, an unknown sender) may take the same mail once its settings are right
 */
record SmtpFault(String kind, int code, boolean isFinal) {
    private static final Pattern ANSWER = Pattern.compile("^([245]\\d\\d)[ -]");
    private static final int PERMANENT = 500;
    private static final int CREDENTIALS_WANTED = 53;

    /** RFC 3463: our standing (5.7) or our address as the sender (5.1.7, 5.1.8); many servers say so only at the recipient. */
    private static final Pattern OF_US = Pattern.compile("^5\\d\\d[ -]5\\.(7\\.\\d+|1\\.[78])\\b");

    private static final int MOST_CAUSES = 10;

    /** What is behind an exception of the mail library. */
    static SmtpFault of(Exception failure) {
        List<Throwable> causes = causes(failure);
        String kind = causes.getLast().getClass().getSimpleName();
        int code = causes.stream().mapToInt(SmtpFault::code).max().orElse(0);
        return new SmtpFault(kind, code, causes.stream().anyMatch(SmtpFault::refusesTheMail));
    }

    private static boolean refusesTheMail(Throwable cause) {
        return switch (cause) {
            case AddressException _ -> true;
            case SMTPAddressFailedException recipient -> isForGood(recipient) && !isAboutUs(recipient);
            case SMTPSendFailedException command -> !command.getCommand().startsWith("MAIL") && isForGood(command);
            default -> false;
        };
    }

    private static boolean isForGood(MessagingException refusal) {
        int code = code(refusal);
        return code >= PERMANENT && code / 10 != CREDENTIALS_WANTED;
    }

    private static boolean isAboutUs(MessagingException refusal) {
        return OF_US.matcher(refusal.getMessage()).find();
    }

    private static List<Throwable> causes(Exception failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < MOST_CAUSES) {
            causes.add(cause);
            cause = next(cause);
        }
        return causes;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return switch (cause) {
            case MailSendException several
            when several.getMessageExceptions().length > 0 -> several.getMessageExceptions()[0];
            case MessagingException chained when chained.getNextException() != null -> chained.getNextException();
            default -> cause.getCause();
        };
    }

    /** The library's exceptions begin with the server's answer, and that with its code. */
    private static int code(Throwable cause) {
        Matcher answer = ANSWER.matcher(cause.getMessage() == null ? "" : cause.getMessage());
        return answer.find() ? Integer.parseInt(answer.group(1)) : 0;
    }

    @Override
    public String toString() {
        return code == 0 ? kind : kind + " " + code;
    }
}
