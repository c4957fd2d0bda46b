package dev.puesto.seatquote;

import dev.puesto.access.InstallationSecrets;
import dev.puesto.access.InstallationSecrets.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys that sign seat quotes: shared by all instances, two of them valid at a time, read anew every minute. */
@Component
final class SeatQuoteKeys {
    private static final String NAME = "seat-quote";
    private static final int KEY_BYTES = 32;
    private static final Duration LATE_AT_MOST = Duration.ofMinutes(1);

    private final InstallationSecrets secrets;
    private final SeatQuoteSettings settings;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    SeatQuoteKeys(InstallationSecrets secrets, SeatQuoteSettings settings, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key that signs now: every instance knows it, since it was made earlier than it signs. */
    byte[] signing(Instant now) {
        return keys(now).stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(() -> keys(now).getLast())
                .value();
    }

    /** The keys by which an id may be signed. */
    List<byte[]> checking(Instant now) {
        return keys(now).stream().map(Secret::value).toList();
    }

    /** Lets a fresh key sign where the newest has signed for its time, and forgets all but two. */
    void rotate() {
        var now = clock.instant();
        var newest = secrets.validOrMade(NAME, SeatQuoteKeys::made, now).getFirst();
        if (newest.signsFrom().plus(settings.keyLife()).isBefore(now)) {
            secrets.add(NAME, made(), now.plus(LATE_AT_MOST.multipliedBy(2)), now);
            secrets.retireAllButTwo(NAME, now);
        }
    }

    /** Decrypting takes its time: one reads them anew, and the others go on with what is known. */
    private List<Secret> keys(Instant now) {
        var found = known;
        if (found == null) {
            reading.lock();
        } else if (found.isRecent(now) || !reading.tryLock()) {
            return found.keys();
        }
        try {
            return read(now).keys();
        } finally {
            reading.unlock();
        }
    }

    private Known read(Instant now) {
        var found = known;
        if (found == null || !found.isRecent(now)) {
            found = new Known(now, secrets.validOrMade(NAME, SeatQuoteKeys::made, now));
            known = found;
        }
        return found;
    }

    private static byte[] made() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private record Known(Instant at, List<Secret> keys) {

        boolean isRecent(Instant now) {
            return Duration.between(at, now).abs().compareTo(LATE_AT_MOST) <= 0;
        }
    }
}
