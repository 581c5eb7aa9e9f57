package dev.milliner.image.disk;

/**
 * What came of working out a hash tree anew. Where no block of the stored tree differs, its top has the same root hash.
 *
 * @param rootHash of the data, in hexadecimal
 * @param different how many blocks of the stored tree are not as the data make them
 * @param firstDifferent the first block of data that is not as the tree says; negative where all are
 */
public record VerityFinding(String rootHash, long different, long firstDifferent) {
    /** What differs, in words; empty where nothing does. */
    public String words() {
        if (firstDifferent >= 0) {
            return "block " + firstDifferent + " of the data is not as the hash tree says";
        }
        return different == 0
                ? ""
                : different + (different == 1 ? " block" : " blocks") + " of the hash tree "
                        + (different == 1 ? "is" : "are") + " not as the data make it";
    }
}
