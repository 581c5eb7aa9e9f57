package dev.milliner.image;

import java.util.ArrayList;
import java.util.List;

/** What is worth a word about an artifact. However many there are, only the first are kept. */
final class Remarks {
    private static final int MOST = 50;
    private static final int LONGEST = 400;

    private final List<String> kept = new ArrayList<>();
    private long more;

    void add(String remark) {
        if (kept.size() < MOST) {
            String plain = remark.replaceAll("\\p{Cntrl}", "?");
            kept.add(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
        } else {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add("And " + more + " more of that kind.");
        }
        return all;
    }
}
