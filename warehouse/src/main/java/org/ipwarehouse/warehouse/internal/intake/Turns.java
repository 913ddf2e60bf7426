package org.ipwarehouse.warehouse.internal.intake;

/** Lets threads that read splits side by side decide on them one after the other, in the order of the file. */
final class Turns {
    private int next;
    private boolean ended;

    /** Waits until all splits before this one are done. @return false where the work was given up meanwhile */
    synchronized boolean await(int split) throws InterruptedException {
        while (next != split && !ended) {
            wait();
        }
        return !ended;
    }

    synchronized void done() {
        next++;
        notifyAll();
    }

    /** Nobody need wait any more: something failed. */
    synchronized void giveUp() {
        ended = true;
        notifyAll();
    }
}
