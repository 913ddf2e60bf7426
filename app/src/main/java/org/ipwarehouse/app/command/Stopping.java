package org.ipwarehouse.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clean end on SIGTERM or Ctrl-C: the work is asked to stop and given time to reach a place where it may. What it has
 * not reached by then is resumed by the next run.
 */
final class Stopping {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);

    private Stopping() {}

    static Stopping onSignal(Runnable ask) {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.wait(ask), "ipw-stop"));
        return stopping;
    }

    void finished() {
        finished.countDown();
    }

    private void wait(Runnable ask) {
        ask.run();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
