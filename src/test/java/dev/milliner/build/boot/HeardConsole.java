package dev.milliner.build.boot;

/** Keeps what a console said, and lets a test wait for it. */
public final class HeardConsole implements ConsoleListener {
    private final StringBuilder heard = new StringBuilder();
    private boolean ended;

    @Override
    public synchronized void output(String text) {
        heard.append(text);
        notifyAll();
    }

    @Override
    public synchronized void ended() {
        ended = true;
        notifyAll();
    }

    /** All that it said. */
    public synchronized String text() {
        return heard.toString();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Waits until the console has said a text. */
    synchronized void awaitText(String text) throws InterruptedException {
        while (heard.indexOf(text) < 0) {
            if (ended) {
                throw new AssertionError("The machine ended; it had said: " + heard);
            }
            wait();
        }
    }
}
