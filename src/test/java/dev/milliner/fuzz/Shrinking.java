package dev.milliner.fuzz;

/** Takes out of an input what its fault does not need, so that what is kept of it is small. */
final class Shrinking {
    private static final int MOST_TRIES = 400;

    private Shrinking() {}

    static byte[] of(ReaderFuzz reader, byte[] input, String fault, double longest) {
        byte[] smallest = input;
        int tries = 0;
        for (int piece = input.length / 2; piece > 0; piece /= 2) {
            for (int at = 0; at < smallest.length && tries < MOST_TRIES; ) {
                int end = Math.min(smallest.length, at + piece);
                byte[] smaller = Mutator.replaced(smallest, at, end, new byte[0]);
                Verdict verdict = Verdict.of(reader, smaller);
                tries++;
                if (verdict.fault(longest).equals(fault)) {
                    smallest = smaller;
                } else if (verdict.nanos() > 1e9) {
                    return smallest;
                } else {
                    at += piece;
                }
            }
        }
        return smallest;
    }
}
